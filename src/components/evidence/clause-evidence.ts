import type { EvidenceForClause } from '#core/evidence/evidence-for-clause.ts'
import type { EvidenceRow } from '#core/evidence/evidence-row.ts'
import type { EvidencePiece } from '#core/evidence/piece.ts'
import { type Html, html } from '../html.ts'
import { TIME_ZONE, timesOf } from '../question/saved-words.ts'
import type { Times } from '../question/state.ts'
import { wordsOf } from '../question/words-of.ts'
import { noteForm } from './note-form.ts'
import { type Pair, pairForm } from './pair-form.ts'
import { confirmedForm, suggestedForm } from './piece-form.ts'
import { confirmedWords, suggestedWords } from './piece-lines.ts'
import { reviewWords } from './review-words.ts'
import { stateMark } from './state-mark.ts'

/** A learner's own answers beside one clause, for its page: what they confirmed, what is suggested, and any other. */
export function clauseEvidence({ isAssessed, row, others }: EvidenceForClause, now?: number): Html {
  const times = timesOf(now === undefined ? undefined : { now, timeZone: TIME_ZONE })
  if (!isAssessed)
    return html`${HEADING}<p>This is a part of the standard that is not assessed, so no answers are collected for it.</p>`
  if (!row) return html`${HEADING}${NONE}`
  const { confirmed, suggested, dismissed, privateNotes, note } = row
  const mine = confirmed.length + suggested.length + dismissed.length + privateNotes.length + others.length
  if (mine === 0 && !note) return html`${HEADING}${NONE}`
  return html`${HEADING}${LEAD}<p>${stateMark(row.state)}</p>${pieces(row, times)}${others.length > 0 && chooseAnother(row, others)}${noteForm(row, times)}`
}

const HEADING = html`<h2 id="mine">Answers of mine that touch this</h2>`
const LEAD = html`<p>They may help you start a record for this clause. A note is not proof that you can do it: an assessor decides that, from your real work. Only you see this. <a href="/notebook/evidence">All clauses beside my answers</a></p>`
const NONE = html`<p>There are none in this browser’s notebook yet. When you answer a question that touches this clause, your words show here. Only you see them.</p>`

function pieces({ clause, confirmed, suggested, dismissed, privateNotes }: EvidenceRow, times: Times): Html {
  const where = { clause: clause.uid, page: `${clause.path}#mine` }
  const pair = ({ question }: EvidencePiece): Pair => ({ question: question.id, ...where })
  return html`${confirmed.map((piece) =>
    slip(
      piece,
      html`<b>Confirmed by me.</b> ${confirmedWords(piece, times)}`,
      html`${piece.review && reviewWords(piece.review)}${confirmedForm(piece, where)}`,
    ),
  )}${suggested.map((piece) =>
    slip(piece, suggestedWords(piece, times), suggestedForm(piece, where)),
  )}${privateNotes.map((piece) =>
    slip(
      piece,
      'A private note. It is used only if you say so, and stays closed in your portfolio until you open it.',
      pairForm(pair(piece), [['confirm', 'Use this private note']], piece.ask),
    ),
  )}${
    dismissed.length > 0 &&
    html`<details class="fold"><summary>${dismissed.length === 1 ? 'One answer that you said no to' : `${dismissed.length} answers that you said no to`}</summary>${dismissed.map(
      (piece) =>
        slip(
          piece,
          'You said that this doesn’t fit.',
          pairForm(
            pair(piece),
            [
              ['confirm', 'Confirm it after all'],
              ['remove', 'Suggest it again'],
            ],
            piece.ask,
          ),
        ),
    )}</details>`
  }`
}

/** One answer in its own words. A private one stays folded. */
function slip({ ask, lines, isPrivate, question }: EvidencePiece, about: Html | string, acts: Html): Html {
  const words = lines.length > 0 && html`<blockquote>${wordsOf(lines)}</blockquote>`
  return html`<article class="slip piece" data-ch="none"><div><h3><a href="/notebook#${question.id}">${ask}</a></h3>${
    isPrivate && words
      ? html`<details class="fold shut"><summary>You wrote a private note here. Show it</summary>${words}</details>`
      : words
  }<p class="small">${about}</p>${acts}</div></article>`
}

/** Any other answer may be chosen too. */
const chooseAnother = ({ clause }: EvidenceRow, others: EvidencePiece[]): Html =>
  html`<details class="fold"><summary>Use another answer of mine</summary><form class="noteform" method="post" action="/api/evidence/confirm"><input type="hidden" name="clause" value="${clause.uid}"><input type="hidden" name="page" value="${clause.path}#mine"><label class="lab" for="another">Which answer</label><select class="field" id="another" name="question">${others.map(
    ({ question, ask, isPrivate }) =>
      html`<option value="${question.id}">${ask}${isPrivate && ' (a private note)'}</option>`,
  )}</select><button class="btn" type="submit">Confirm it for this clause</button></form></details>`
