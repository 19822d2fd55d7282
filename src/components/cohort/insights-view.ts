import type { Insights, QuestionInsights } from '#core/insights/cohort-insights.ts'
import type { ReleasedPicture } from '#core/insights/released-pictures.ts'
import { THEMES } from '#core/questions/question.ts'
import type { Participation } from '#core/release/bands.ts'
import { type Html, html } from '../html.ts'
import { motif } from '../page/motif.ts'
import { TAGS_LABEL } from './band-marks.ts'
import { bandRows } from './band-rows.ts'
import { participationLadder } from './participation-ladder.ts'
import { releasedGapsView } from './released-gaps-view.ts'
import { tickWords } from './tick-words.ts'
import { cardsToRead, wordCards } from './word-cards.ts'

/** Where a question stands in the book: for its ink and its heading. */
export interface ChapterPlace {
  id: string
  number: number
  title: string
}

/** Everything that was released of a cohort. It shows what it is given, and it is given bands. */
export function insightsView({ setUp, questions, participation, gaps }: Insights, chapters: ChapterPlace[]): Html {
  const open = questions.filter((q) => q.pictures.length > 0)
  const shut = questions.filter((q) => q.pictures.length === 0 && !q.retired)
  return html`${open.map((question) => questionScreen(question, participation, chapters))}${wordsToRead(setUp.id, open)}${shut.length > 0 && notYet(shut)}${releasedGapsView(gaps)}`
}

function questionScreen(question: QuestionInsights, participation: Participation, chapters: ChapterPlace[]): Html {
  const [newest, ...earlier] = question.pictures.toReversed() as [ReleasedPicture, ...ReleasedPicture[]]
  const chapter = chapters.find((c) => c.id === question.chapter)
  const shown = question.cards.filter((card) => card.state === 'shown')
  return html`<section class="screen" data-ch="${chapter?.number ?? 'none'}" aria-labelledby="${question.id}">
<div class="top">${chapter && html`<span>${motif(chapter.number)}<b>Chapter ${chapter.number}, ${chapter.title}</b></span>`}${question.own && html`<span><b>A question of your own</b></span>`}</div>
<div class="mid"><h2 id="${question.id}">${newest.ask}</h2>${parts(newest)}
${
  earlier.length > 0 &&
  html`<details class="fold"><summary>Earlier pictures of this question</summary>${earlier.map(
    (p) => html`<h3>${tickWords(p.closedAt)}</h3><p>${p.ask}</p>${parts(p)}`,
  )}</details>`
}${shown.length > 0 && html`<div><h3>In their own words</h3>${wordCards(shown)}</div>`}</div>
<div class="bot"><span>People who have taken part in this course</span>${participationLadder(participation)}<span>Closed on ${tickWords(newest.closedAt)}</span></div>
</section>`
}

const parts = (picture: ReleasedPicture): Html =>
  html`${picture.parts.map(
    ({ name, label, groups, mean }) =>
      html`<div>${label && html`<h3>${name === THEMES ? TAGS_LABEL : label}</h3>`}${groups.map(
        (group) => html`${group.label && html`<h4>${group.label}</h4>`}${bandRows(group.cells)}`,
      )}${mean !== null && html`<p>The average is about <b>${mean}</b> out of 5, to the nearest half.</p>`}</div>`,
  )}`

/** Folded, so that nothing is on the wall before the trainer has read it. */
function wordsToRead(cohort: string, questions: QuestionInsights[]): Html | false {
  const withCards = questions.filter((question) => question.cards.length > 0)
  return (
    withCards.length > 0 &&
    html`<section class="form" aria-labelledby="words"><div class="block"><h2 id="words">In their own words</h2>
<p>Some people chose to show words of theirs. Each read exactly these words first and approved them. They are not shown with a name: please don’t guess, and don’t ask who wrote what. Read them before you show them to the group, and hide what may hurt somebody or give somebody away.</p>
<details class="fold"><summary>Read them by yourself, away from the big screen</summary>${withCards.map((q) => html`<h3>${q.ask}</h3>${cardsToRead(cohort, q.cards)}`)}</details></div></section>`
  )
}

function notYet(questions: QuestionInsights[]): Html {
  return html`<section class="form" aria-labelledby="not-yet"><div class="block"><h2 id="not-yet">Not enough answers yet</h2>
<p>A question opens only when enough people have answered it: never fewer than the number beside it, and a personal one never with fewer than 8. Nobody is told how many are missing. You could talk about one of them in pairs instead. Please don’t ask who has or hasn’t written.</p>
<ul>${questions.map((q) => html`<li>${q.ask} <span class="soft small">(opens from ${q.needs} people)</span></li>`)}</ul></div></section>`
}
