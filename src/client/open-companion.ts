/** The companion's script comes when its panel is first opened. */
document.querySelector('[data-panel]')?.addEventListener('toggle', () => import('./companion.ts'), { once: true })
