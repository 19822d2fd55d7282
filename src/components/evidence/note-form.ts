import type { EvidenceRow } from '#core/evidence/evidence-row.ts'
import { type Html, html } from '../html.ts'
import { timeWords } from '../question/saved-words.ts'
import type { Times } from '../question/state.ts'
import { wordsOf } from '../question/words-of.ts'

/** As `noteForAssessor` takes it; a longer note that is kept already may stay as long. */
const MOST_TYPED = 2000

interface Noted {
  clause: { uid: string; path: string }
  note: EvidenceRow['note']
}

/** What I write to my assessor about a clause. */
export function noteForm({ clause, note }: Noted, times: Times, typed = note?.words ?? ''): Html {
  const most = Math.max(MOST_TYPED, note?.words.length ?? 0)
  return html`<h3 id="note">My note to the assessor</h3><p class="small">For example where you did this, when, and who saw it. It goes into your portfolio. Until you hand that over, only you see it.</p>
<form class="noteform" method="post" action="/api/evidence/note"><input type="hidden" name="clause" value="${clause.uid}"><input type="hidden" name="base" value="${note?.savedAt ?? 0}"><input type="hidden" name="page" value="${clause.path}#note"><label class="lab" for="note-words">Note, up to ${most.toLocaleString('en-GB')} characters</label>${most > MOST_TYPED && html`<p class="small" id="note-words.hint">Several notes were put together here. This one can stay as long as it is, or get shorter.</p>`}<textarea class="field" id="note-words" name="words" rows="4" maxlength="${most}"${most > MOST_TYPED && html` aria-describedby="note-words.hint"`}>
${typed}</textarea><button class="btn" type="submit">Save the note</button>${note && html`<p class="small soft">Saved, ${timeWords(note.savedAt, times)}. Leave the box blank and save to delete it.</p>`}</form>`
}

/** A note that couldn't be saved, with what was typed still in the box; and what was saved elsewhere, if that is why. */
export const noteAgain = (noted: Noted, typed: string, times: Times): Html =>
  html`${noted.note && html`<h3>What is saved now</h3><blockquote>${wordsOf(noted.note.words.split('\n'))}</blockquote>`}${noteForm(noted, times, typed)}`
