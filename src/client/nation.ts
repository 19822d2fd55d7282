import { ALL, NATION_NAMES } from '../components/nation/nation-names.ts'

/**
 * Keeps the nation somebody chose, in this browser and nowhere else. Every switch on the page follows, and so does the
 * list of people on Get help. Signing out clears it with everything else the browser keeps.
 */
const KEY = 'nation'
const known = (value: string | null): value is string => value === ALL || (value !== null && value in NATION_NAMES)

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

function show(nation: string): void {
  for (const radio of document.querySelectorAll<HTMLInputElement>('[data-nations] input'))
    radio.checked = radio.value === nation
  // On Get help, the people and the link of the chosen nation come first; the others follow.
  for (const list of document.querySelectorAll('[data-nation-first]'))
    list.prepend(...list.querySelectorAll(`:scope > [data-nation="${nation}"]`))
}

function follow(): void {
  const nation = kept()
  if (known(nation)) show(nation)
}

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
