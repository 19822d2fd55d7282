/** The script that moves options up and down comes when a ranking is near. */
export {}

const watch = new IntersectionObserver(
  (seen) => {
    if (!seen.some((ranking) => ranking.isIntersecting)) return
    watch.disconnect()
    void import('./ranking.ts')
  },
  { rootMargin: '100%' },
)
for (const ranking of document.querySelectorAll('.ranking')) watch.observe(ranking)
