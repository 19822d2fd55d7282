import type { Page } from 'playwright-core'

/** What has the focus, as far as a reader without a mouse has to know it. */
export interface Focused {
  /** `textarea`, `select`, `summary`, `a`, `button`, or the type of an input. */
  kind: string
  name: string
  value: string
  /** What can be chosen with the arrows: a menu's lines, or the radio buttons of a group. */
  choices: string[]
  checked: boolean
  /** Of a fold. */
  open: boolean
  /** The question whose sheet it is on. */
  question: string | null
  /** The id of what it opens beside the text. */
  opens: string | null
}

type Reached = typeof globalThis & { reached: Set<Element> }

/** Notes from now on whatever gets the focus. */
export const noteFocus = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const { reached } = Object.assign(window as unknown as Reached, { reached: new Set<Element>() })
    document.addEventListener('focusin', ({ target }) => reached.add(target as Element))
  })

/** Null where the focus has left the page, or has come round to where it began. */
export async function focusNext(page: Page): Promise<Focused | null> {
  const before = await page.evaluate(() => (window as unknown as Reached).reached.size)
  await page.keyboard.press('Tab')
  return page.evaluate((reachedBefore) => {
    const at = document.activeElement
    const { reached } = window as unknown as Reached
    const first = reached.values().next().value
    if (!at || at === document.body || (reachedBefore > 1 && at === first)) return null
    const field = at as HTMLInputElement & HTMLSelectElement
    const group = () => [
      ...document.querySelectorAll<HTMLInputElement>(`[type=radio][name="${CSS.escape(field.name)}"]`),
    ]
    const kind = at.tagName === 'INPUT' ? field.type : at.tagName.toLowerCase()
    return {
      kind,
      name: field.name ?? '',
      value: field.value ?? '',
      choices: [...(kind === 'select' ? field.options : kind === 'radio' ? group() : [])].map((choice) => choice.value),
      checked: field.checked,
      open: (at.parentElement as HTMLDetailsElement).open,
      question: at.closest('form.q')?.id ?? null,
      opens: at.getAttribute('popovertarget'),
    }
  }, before)
}

export async function press(page: Page, key: string, times = 1): Promise<void> {
  for (let i = 0; i < times; i++) await page.keyboard.press(key)
}

/** Puts a value where the focus is. */
export async function give(page: Page, here: Focused, wanted: string[]): Promise<void> {
  const [first = ''] = wanted
  if (here.kind === 'checkbox') {
    if (wanted.includes(here.value) !== here.checked) await press(page, 'Space')
  } else if (here.kind === 'radio') {
    if (!here.checked) await press(page, 'Space')
    await press(page, 'ArrowDown', here.choices.indexOf(first) - here.choices.indexOf(here.value))
  } else if (here.kind === 'select') {
    await press(page, 'ArrowDown', here.choices.indexOf(first) - here.choices.indexOf(here.value))
  } else await page.keyboard.insertText(first)
}

/** The words of the section in which something is chosen, and only those: another may follow what is chosen here. */
const wordsAround = (old: string | null): string | boolean => {
  const section = document.activeElement?.closest('section') ?? document.querySelector('main')
  const words = section?.innerText ?? ''
  return old === null ? words : words !== old
}

/** Makes another choice with one key, and gives back once other words are shown. */
async function chooseAnother(page: Page, key: string): Promise<void> {
  const before = (await page.evaluate(wordsAround, null)) as string
  await press(page, key)
  await page.waitForFunction(wordsAround, before, { timeout: 5_000 }).catch(() => {
    throw new Error('Another choice was made, and the page shows the same words as before.')
  })
}

/** Tries every choice of a menu, a group or a box to tick that stands in the text; each has words of its own. */
export async function tryChoices(page: Page, here: Focused): Promise<void> {
  if (here.kind === 'checkbox') {
    await chooseAnother(page, 'Space')
    return chooseAnother(page, 'Space')
  }
  const last = here.choices.length - 1
  const at = here.choices.indexOf(here.value)
  if (here.kind === 'radio') {
    // Once round, from wherever it stands.
    if (!here.checked) await press(page, 'Space')
    for (let i = 0; i <= last; i++) await chooseAnother(page, 'ArrowDown')
    return
  }
  for (let i = at; i > 0; i--) await chooseAnother(page, 'ArrowUp')
  for (let i = 0; i < last; i++) await chooseAnother(page, 'ArrowDown')
}

/** What can be seen and used, and never had the focus. */
export const neverReached = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const { reached } = window as unknown as Reached
    const groups = new Set([...reached].map((e) => e instanceof HTMLInputElement && e.type === 'radio' && e.name))
    return [...document.querySelectorAll<HTMLElement>('a[href], button, input, select, textarea, summary')]
      .filter((e) => e.checkVisibility({ visibilityProperty: true }) && !e.matches(':disabled') && !reached.has(e))
      .filter((e) => !(e instanceof HTMLInputElement && e.type === 'radio' && groups.has(e.name)))
      .map((e) => e.outerHTML.slice(0, 160))
  })
