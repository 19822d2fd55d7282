import type { Imported } from '#core/exports/import-mine.ts'
import { wrongWords } from '../form/field.ts'
import type { Sent } from '../form/sent.ts'
import { type Html, html } from '../html.ts'

/** A file from another Standpoint, or from an earlier day. */
export const bringIn = (sent: Sent): Html =>
  html`<section class="block" aria-labelledby="bring"><h2 id="bring">Bring a notebook in</h2>
<p>Have you taken a notebook with you from another Standpoint? Its answers can go into this one, with what you confirmed for clauses and your notes to an assessor. What is here stays, and a file that you bring in twice is there once.</p>
<form method="post" action="/api/notebook/import" enctype="multipart/form-data"><label class="lab" for="file">The JSON file<span class="small soft" id="file.hint">up to 10 MB</span>${wrongWords(sent, 'file')}
<input class="field" type="file" id="file" name="file" accept=".json,application/json" aria-describedby="file.hint${sent.problems.file ? ' file.wrong' : ''}"></label>
<p class="start"><button class="btn" type="submit">Bring it in</button></p></form>
<p class="small soft">Answers that you bring in are counted on no course until you save them here. Courses, studies and sign-ins stay where they were.</p></section>`

/** What became of it, so that nobody has to guess whether something is missing. */
export function broughtIn({ added, already, elsewhere, redated, links, notes }: Imported): Html {
  const behind = links.leftBehind + notes.leftBehind
  const parts = [
    added === 0 ? 'No new answer was in the file.' : `${versions(added)} of answers came into your notebook.`,
    already > 0 && `${versions(already)} ${already === 1 ? 'was' : 'were'} there already, or twice in the file.`,
    elsewhere > 0 &&
      `${versions(elsewhere)} in the file ${elsewhere === 1 ? 'belongs' : 'belong'} to questions that aren’t asked here. You can read them at the end of your notebook.`,
    redated > 0 && `${versions(redated)} had a date that is still to come, so the time of today stands there.`,
    links.added > 0 && `What you said of ${links.added === 1 ? 'one clause' : `${links.added} clauses`} came along.`,
    notes.added > 0 && `${notes.added === 1 ? 'One note' : `${notes.added} notes`} to an assessor came along.`,
    behind > 0 &&
      `${behind === 1 ? 'One thing' : `${behind} things`} that you said of clauses stayed in the file: the clause has other words here, or your answer isn’t here.`,
    notes.tooLong > 0 &&
      `${notes.tooLong === 1 ? 'One note' : `${notes.tooLong} notes`} to an assessor stayed in the file. With ${notes.tooLong === 1 ? 'it' : 'them'}, your note here would have more than 20,000 characters.`,
  ]
  return html`<div role="status"><p>${parts.filter(Boolean).join(' ')} <a href="/notebook">Open my notebook</a></p></div>`
}

const versions = (count: number): string => (count === 1 ? 'One version' : `${count.toLocaleString('en-GB')} versions`)
