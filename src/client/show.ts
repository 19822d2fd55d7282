import type { Shown } from './saver.ts'

const KEPT =
  'Kept in this browser. It will be sent when you are back online. Come back within 7 days: some browsers delete it then.'
const NOT_KEPT = 'Not kept anywhere: copy your words. There is no connection.'
const REFUSED = 'Could not be saved. Your words are still in the box.'

/** Says on the sheet where a save stands, and puts in place what the server sent for it. */
export function makeShow(form: HTMLFormElement, isKept: () => Promise<boolean>): (what: Shown, asked: boolean) => void {
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
    const focused = find(':focus')
    again.hidden = state !== 'failed'
    // It may go with what it did; the button that saves has the focus then.
    if (focused && !focused.offsetHeight) find('.qact>*').focus()
  }

  let last: Shown
  return (what, asked) => {
    last = what
    if (what.status === 'saving') return say('saving', 'Saving…')
    if (what.status === 'dropped') {
      isKept().then((kept) => last === what && say('waiting', kept ? KEPT : NOT_KEPT))
      return
    }
    if (what.status === 'busy' || what.status === 'refused') return say('failed', `${REFUSED} ${what.message ?? ''}`)
    if (what.status === 'conflict' || what.status === 'invalid') {
      const invalid = what.status === 'invalid'
      void import('./problem.ts').then((problem) => last === what && problem.showProblem(form, what, asked))
      const why = invalid
        ? (!what.html && what.message) || 'Your words are still in the box.'
        : 'Choose which version to keep.'
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
    // Where there is a problem, what takes it away is there as well.
    if (panel.firstChild) void import('./problem.ts').then((problem) => problem.noProblem(form))
    say(...(settled as [string, string]))
  }
}
