import type { Shown } from './saver.ts'

const panelOf = (form: HTMLFormElement) => form.querySelector('[data-problem]') as HTMLElement

const wrongIn = (box: Element): string => `${box.id}.wrong`
const describes = (box: Element): string[] => box.getAttribute('aria-describedby')?.split(' ').filter(Boolean) ?? []

/** Takes what was said about a problem off the sheet. */
export function noProblem(form: HTMLFormElement): void {
  const panel = panelOf(form)
  // Whoever pressed a button there goes on from the one that does the same.
  if (panel.contains(document.activeElement)) form.querySelector<HTMLElement>('.qact button')?.focus()
  panel.textContent = ''
  for (const old of form.querySelectorAll('[data-wrong]')) old.remove()
  for (const old of form.querySelectorAll('[aria-describedby*=".wrong"]')) {
    old.removeAttribute('aria-invalid')
    if (old.tagName === 'FIELDSET') old.removeAttribute('tabindex')
    const rest = describes(old).filter((id) => id !== wrongIn(old))
    if (rest.length) old.setAttribute('aria-describedby', rest.join(' '))
    else old.removeAttribute('aria-describedby')
  }
}

/** Puts on the sheet what the server says about a save that didn't stand; asked for, the focus goes there. */
export function showProblem(
  form: HTMLFormElement,
  what: Shown & { html?: string; fields?: Record<string, string> },
  asked: boolean,
): void {
  noProblem(form)
  panelOf(form).innerHTML = what.html ?? ''
  for (const [name, message] of Object.entries(what.fields ?? {})) {
    const box = document.getElementById(`${form.id}.${name}`)
    if (!box) continue
    const wrong = document.createElement('p')
    wrong.className = 'wrong'
    wrong.dataset.wrong = ''
    wrong.id = wrongIn(box)
    wrong.textContent = message
    if (box.tagName === 'FIELDSET') {
      box.querySelector('legend')?.after(wrong)
      // What is wrong links here, and a group takes the focus no other way.
      box.tabIndex = -1
    } else {
      box.before(wrong)
      box.ariaInvalid = 'true'
    }
    box.setAttribute('aria-describedby', [wrong.id, ...describes(box)].join(' '))
  }
  if (asked) panelOf(form).querySelector<HTMLElement>('[tabindex]')?.focus()
}
