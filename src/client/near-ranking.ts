/** The script that moves options up and down comes when a ranking is near. */
export {}

const watch = new IntersectionObserver(
  (seen) => {
    // The menus work without it. Asked for again, it is there already.
    if (seen.some((ranking) => ranking.isIntersecting)) import('./ranking.ts').catch(() => {})
  },
  { rootMargin: '100%' },
)
for (const ranking of document.querySelectorAll('.ranking')) watch.observe(ranking)
