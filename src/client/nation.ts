/**
 * Keeps the nation somebody chose, in this browser and nowhere else. Every switch on the page follows, and so does the
 * list of people on Get help. Signing out clears it with everything else the browser keeps.
 */
const KEY = 'nation'

/** Nothing is kept on a shared computer, and a browser may refuse; the page follows all the same. */
function kept(): string | null {
  try {
    return localStorage.getItem(KEY)
  } catch {
    return null
  }
}
function keep(nation: string): void {
  try {
    if (!('shared' in document.documentElement.dataset)) localStorage.setItem(KEY, nation)
  } catch {
    return
  }
}

/** What is no nation, as other versions may have kept, changes nothing. */
function show(nation: string | null): void {
  for (const radio of document.querySelectorAll<HTMLInputElement>('[data-nations] input'))
    if (radio.value === nation) radio.checked = true
  // On Get help, the people and the link of the chosen nation come first; the others follow.
  for (const list of document.querySelectorAll('[data-nation-first]'))
    list.prepend(
      ...[...(list.children as HTMLCollectionOf<HTMLElement>)].filter((one) => one.dataset.nation === nation),
    )
}

const follow = () => show(kept())

for (const choice of document.querySelectorAll<HTMLElement>('[data-nation-choice]')) choice.hidden = false
document.addEventListener('change', (event) => {
  const radio = event.target
  if (!(radio instanceof HTMLInputElement && radio.closest('[data-nations]'))) return
  keep(radio.value)
  show(radio.value)
})
// Chosen in another tab, or before coming back to a page that the browser had put aside.
addEventListener('storage', follow)
addEventListener('pageshow', (event) => event.persisted && follow())
follow()
