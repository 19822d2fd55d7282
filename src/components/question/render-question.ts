import type { Question } from '#core/questions/question.ts'
import { flag, type Html, html } from '../html.ts'
import { afterAnswer } from './after-answer.ts'
import { pageOf } from './chapter-of.ts'
import { besideAnswer, earlierAnswer } from './earlier-answer.ts'
import { goDeeper } from './go-deeper.ts'
import { conflictPanel, fieldProblems, invalidPanel } from './problem-panel.ts'
import { questionBody, tagFold } from './question-body.ts'
import { timesOf } from './saved-words.ts'
import { FORM_FIELDS, type QuestionState } from './state.ts'
import { statusLine } from './status-line.ts'
import { whoSees } from './who-sees.ts'

/** A question as a sheet of the page: the same in a built page, spliced with an answer, and after a save that failed. */
export function renderQuestion(question: Question, state: QuestionState = {}): Html {
  refuseTakenNames(question)
  const { answer, earlier = [] } = state
  const side = earlier.filter((e) => e.back.as === 'side' && e.answer && !e.answer.blank)
  const above = earlier.filter((e) => !side.includes(e))
  const body = questionBody(question, state)
  return html`${above.map((e) => earlierAnswer(e, question))}<form class="q" id="${question.id}" method="post" action="/api/answers"${flag(
    'data-answered',
    Boolean(answer && !answer.blank),
  )}>
${hiddenFields(question, state)}<div data-problem>${problem(question, state)}</div>
${answer?.wordingChanged && html`<p class="reworded">This question has been reworded since you answered it. You were asked: “${answer.asked.ask}”</p>`}
${side.length ? html`<div class="beside">${side.map((e) => besideAnswer(e, question))}<div class="now">${body}</div></div>` : body}
<div class="qfoot">${whoSees(question, `${question.id}.who`)}${statusLine(state)}</div>
<div class="after" data-after aria-live="polite">${afterAnswer(question, answer)}</div>
${tagFold(question, state)}${goDeeper(question.deeper)}
<div class="qact"><button class="btn" type="submit">Save</button><a class="textbtn skip-it" href="#${question.id}.end">Skip this one</a><button class="textbtn take-back" type="submit" name="${FORM_FIELDS.clear}" value="yes">Take my answer back</button></div>
<span id="${question.id}.end" tabindex="-1"></span></form>`
}

function hiddenFields(question: Question, { answer, base, operation, page }: QuestionState): Html {
  const fields = [
    [FORM_FIELDS.question, question.id],
    [FORM_FIELDS.base, base ?? answer?.revision ?? 0],
    [FORM_FIELDS.operation, operation ?? ''],
    [FORM_FIELDS.wording, question.hash],
    [FORM_FIELDS.page, page ?? pageOf(question)],
  ] as const
  // Browsers that put typed text back after a reload must not put back an old base with it.
  return html`${fields.map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}" autocomplete="off">`)}`
}

function problem(question: Question, { answer, outcome, times, page }: QuestionState): Html | null {
  if (outcome?.kind === 'invalid')
    return invalidPanel(
      question,
      fieldProblems(question, outcome.fields),
      'Some of what was sent can’t be taken as it is.',
    )
  if (outcome?.kind === 'conflict' && answer)
    return conflictPanel(question, outcome.typed, answer, timesOf(times), page ?? pageOf(question))
  return null
}

function refuseTakenNames(question: Question): void {
  const taken = question.parts.find((p) => Object.hasOwn(FORM_FIELDS, p.name))
  if (taken)
    throw new Error(`Question ${question.id}: a part can’t be called “${taken.name}”, the form uses that name itself.`)
}
