import type { Shown } from './saver.ts'

const WAITING = 'Not saved yet: no connection. Your words are kept here and will be sent.'
const REFUSED = 'Could not be saved. Your words are still in the box.'

/** Says on the sheet where a save stands, and puts in place what the server sent for it. */
export function makeShow(form: HTMLFormElement): (what: Shown, asked: boolean) => void {
  const find = <E extends HTMLElement>(selector: string) => form.querySelector<E>(selector) as E
  const status = find('.status')
  const words = find('[data-words]')
  const again = find('[data-again]')
  const panel = find('[data-problem]')
  let settled = [status.dataset.state ?? '', words.textContent] as const

  function say(state: string, text: string): void {
    // Being busy keeps screen readers from telling every "Saving".
    status.ariaBusy = `${state === 'saving'}`
    if (state) status.dataset.state = state
    else delete status.dataset.state
    if (words.textContent !== text) words.textContent = text
    again.hidden = state !== 'failed'
  }

  function problem(html: string, fields: Record<string, string> = {}): void {
    panel.innerHTML = html
    for (const old of form.querySelectorAll('[data-wrong]')) old.remove()
    for (const old of form.querySelectorAll('[aria-invalid]')) old.removeAttribute('aria-invalid')
    for (const [name, message] of Object.entries(fields)) {
      const box = document.getElementById(`${form.id}.${name}`)
      if (!box) continue
      const wrong = document.createElement('p')
      wrong.className = 'wrong'
      wrong.dataset.wrong = ''
      wrong.id = `${box.id}.wrong`
      wrong.textContent = message
      if (box.tagName === 'FIELDSET') box.querySelector('legend')?.after(wrong)
      else box.before(wrong)
      box.ariaInvalid = 'true'
      box.setAttribute('aria-describedby', `${wrong.id} ${box.getAttribute('aria-describedby') ?? ''}`)
    }
  }

  return (what, asked) => {
    if (what.status === 'saving') return say('saving', 'Saving…')
    if (what.status === 'dropped') return say('waiting', WAITING)
    if (what.status === 'busy' || what.status === 'refused') return say('failed', `${REFUSED} ${what.message ?? ''}`)
    if (what.status === 'conflict' || what.status === 'invalid') {
      const invalid = what.status === 'invalid'
      problem(what.html ?? '', invalid ? what.fields : {})
      if (asked) panel.querySelector<HTMLElement>('[tabindex]')?.focus()
      const why = !invalid
        ? 'Choose which version to keep.'
        : what.html
          ? 'Your words are still in the box.'
          : what.message
      return say('waiting', `Not saved yet. ${why}`)
    }
    if (what.status === 'saved') {
      settled = [what.revision ? 'saved' : '', what.shown ?? '']
      form.toggleAttribute('data-answered', what.answered ?? what.revision > 0)
      const after = find('[data-after]')
      if (what.after !== undefined && after.innerHTML !== what.after) after.innerHTML = what.after
      if (what.picture)
        for (const picture of document.querySelectorAll(`[data-picture="${form.id}"]`)) picture.outerHTML = what.picture
    }
    problem('')
    say(...(settled as [string, string]))
  }
}
