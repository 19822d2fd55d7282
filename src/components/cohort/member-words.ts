import type { CohortForLearner } from '#core/cohorts/cohort-for-learner.ts'
import { type Html, html } from '../html.ts'
import { myText } from '../share/my-text-words.ts'
import { groupCards } from './word-cards.ts'

/** Own words on a course: those that the learner approved, and those that the trainer shows to the group. */
export const memberWords = (course: CohortForLearner, reported: boolean): Html =>
  html`${course.texts.length > 0 && html`<section class="block" aria-labelledby="texts-h"><h2 id="texts-h">My own words that I approved</h2>${course.texts.map((text) => myText(text))}</section>`}
${course.cards.length > 0 && wordsOfTheGroup(course, reported)}`

function wordsOfTheGroup({ id, cards, mine }: CohortForLearner, reported: boolean): Html {
  const ofQuestion = [...Map.groupBy(cards, (card) => card.question)]
  const askOf = (question: string) => mine.find((m) => m.question.id === question)?.question.ask
  return html`<section class="block" aria-labelledby="words"><h2 id="words">In the group’s own words</h2>
${reported && html`<p role="status"><b>Thank you. It goes with the next pictures, within two weeks at the latest, and the trainer is asked to read it again. Nobody is told who asked.</b></p>`}
<p class="small soft">Each was approved by whoever wrote it, and is not shown with a name. Please don’t guess. If one may hurt somebody or give somebody away, say so.</p>
${ofQuestion.map(([question, ofThis]) => html`<h3>${askOf(question)}</h3>${groupCards(id, ofThis)}`)}</section>`
}
