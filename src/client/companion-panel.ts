interface Kept {
  html: string
  notice: string
}

/** The companion beside a chapter: the focus goes into the box when it opens, and back when Escape closes it. */
export function moveFocus(panel: HTMLDetailsElement, box: HTMLElement | null): void {
  panel.addEventListener('toggle', () => panel.open && box?.focus())
  panel.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || event.isComposing) return
    panel.open = false
    panel.querySelector('summary')?.focus()
  })
  // The script has come because it was opened.
  if (panel.open) box?.focus()
}

/** Brings the conversation as far as it is kept. Where it can't be had, it begins here, as for somebody new. */
export async function bringKept(panel: HTMLElement): Promise<void> {
  const earlier = panel.querySelector('[data-earlier]')
  const response = await fetch('/api/chat', { headers: { accept: 'application/json' } }).catch(() => null)
  if (!earlier || !response?.ok) return
  const { html, notice } = (await response.json()) as Kept
  earlier.innerHTML = html
  panel.querySelector('.who')?.insertAdjacentHTML('afterend', notice)
}
