/** The script that moves options up and down comes when a ranking is near. */
export {}

const watch = new IntersectionObserver(
  (seen) => {
    if (!seen.some((ranking) => ranking.isIntersecting)) return
    watch.disconnect()
    // The menus work without it.
    import('./ranking.ts').catch(() => {})
  },
  { rootMargin: '100%' },
)
for (const ranking of document.querySelectorAll('.ranking')) watch.observe(ranking)
