import { randomUUID } from 'node:crypto'
import { learnerOf } from '#core/actor.ts'
import type { Answer } from '#core/answers/answer.ts'
import type { Conflict } from '#core/answers/save-answer.ts'
import type { AppError } from '#core/errors.ts'
import { notebookMark } from '#core/learners/notebook-mark.ts'
import type { Question } from '#core/questions/question.ts'
import { hasPicture } from '../components/chapter/pictures.ts'
import { conflictReply, elsewhereReply, invalidReply, savedReply } from '../components/question/answer-reply.ts'
import { pageOf } from '../components/question/chapter-of.ts'
import { beforeOf } from '../components/question/earlier-of.ts'
import { renderQuestion } from '../components/question/render-question.ts'
import { FORM_FIELDS, type Outcome, type Typed } from '../components/question/state.ts'
import { ownPath } from './own-path.ts'
import type { Problem } from './problem.ts'
import { readAnswer } from './read-answer.ts'
import type { ApiRequest, Reply } from './route.ts'

const timesOf = ({ core }: ApiRequest) => ({ now: core.clock.now(), timeZone: 'Europe/London' })
const TITLES = {
  conflict: 'Two versions of your answer',
  invalid: 'Your answer is not saved yet',
  'not-saved': 'Your answer is not saved yet',
}

/** The page that the form was on, as it says, or the question's own. */
const pageIn = ({ form }: ApiRequest, question: Question): string =>
  ownPath(form.get(FORM_FIELDS.page) ?? '') ?? pageOf(question)

/** After a save: what the script shows, or back to the question on its page. */
export async function answerReply(request: ApiRequest, answer: Answer): Promise<Reply> {
  if (request.wantsJson) {
    const learnerId = learnerOf(request.actor)
    const reply = savedReply(answer, timesOf(request), await beforeIn(request, answer))
    return { json: learnerId === null ? reply : { ...reply, notebook: notebookMark(learnerId) } }
  }
  const page = pageIn(request, answer.question)
  return { redirect: `${page}#${answer.question.id}` }
}

/** What the question's picture draws as "before". */
async function beforeIn({ core, actor }: ApiRequest, { question }: Answer): Promise<Answer | null> {
  const ghosts = question.back.flatMap((back) => (back.as === 'ghost' ? [back.from] : []))
  if (ghosts.length === 0 || !hasPicture(question)) return null
  const { answers } = await core.myAnswers(actor, { questions: ghosts, history: true })
  return beforeOf(question, { answer: (id) => answers.find((a) => a.question.id === id) })
}

/** After a save that didn't stand: both texts of a conflict, or what can't be taken, with the learner's words in the box. */
export async function answerTrouble(request: ApiRequest, error: unknown, problem: Problem): Promise<Reply> {
  const { status, kind, message, fields } = problem
  const elsewhere = kind === 'not-found' && notFromHere(request)
  if (elsewhere) return elsewhere
  const sent = await readAnswer(request)
  const asked = { question: sent.question }
  const question = await request.core.questionToAnswer(request.actor, asked).catch(() => {
    throw error
  })
  const page = pageIn(request, question)
  const times = timesOf(request)
  const conflict = kind === 'conflict' ? ((error as AppError).detail as Conflict) : null
  if (request.wantsJson) {
    if (conflict) return { status, json: conflictReply(question, conflict, { times, page }) }
    if (kind === 'other-notebook') return { status, json: { ...elsewhereReply(question, message, page) } }
    return { status, json: kind === 'invalid' ? invalidReply(question, problem) : { status: kind, message, fields } }
  }
  const outcome = toOutcome(problem, sent.value)
  // A conflict builds on what is saved now; anything else on what the learner had seen.
  const base = conflict ? undefined : sent.base
  const state = { answer: conflict?.theirs, base, outcome, operation: randomUUID(), page, times }
  return {
    status,
    problem: {
      title: TITLES[outcome.kind],
      body: [message, 'Your words are below. Nothing you typed is lost.'],
      below: renderQuestion(question, state),
      links: [
        {
          href: `${page}#${question.id}`,
          label: `Back to the ${question.own ? 'course' : 'chapter'}, without saving this`,
        },
      ],
    },
  }
}

/** To whoever isn't signed in as its learner any more, a trainer's own question isn't there: how to open their notebook. */
function notFromHere({ wantsJson, actor, form }: ApiRequest): Reply | null {
  const mark = form.get(FORM_FIELDS.notebook)
  const learnerId = learnerOf(actor)
  const page = ownPath(form.get(FORM_FIELDS.page) ?? '')
  if (!wantsJson || !mark || !page || (learnerId !== null && mark === notebookMark(learnerId))) return null
  const question = { id: form.get(FORM_FIELDS.question) ?? '' }
  return { status: 403, json: { ...elsewhereReply(question, 'Nothing was saved.', page, false) } }
}

function toOutcome({ kind, message, fields }: Problem, typed: Typed): Outcome {
  // What is wrong with no field of the form is said as it is.
  if (kind === 'invalid' && Object.keys(fields).length > 0) return { kind, typed, fields }
  if (kind === 'conflict') return { kind, typed }
  return { kind: 'not-saved', typed, message }
}
