import type { NotebookEntry } from '#core/notebook/my-notebook.ts'
import { type Html, html } from '../html.ts'

/** How many answers are used as evidence, and the way to where they are laid beside the clauses. */
export function notesAndStandards(entries: NotebookEntry[]): Html {
  const written = entries.filter(({ blank }) => !blank)
  const used = written.filter(({ clauses }) => clauses.length > 0).length
  const answers = (n: number) => (n === 1 ? '1 of your answers' : `${n} of your answers`)
  return html`<section class="onscreen" data-ch="none" aria-labelledby="cover"><h2 id="cover">My notes and the standards</h2>
<p>Working towards a standard? Your answers may help you start a record for some of its clauses. ${used > 0 ? `You have confirmed ${answers(used)} for a clause.` : 'You haven’t confirmed any for a clause so far.'}</p>
<p><a class="btn" href="/notebook/evidence">See my answers beside the clauses</a></p></section>`
}
