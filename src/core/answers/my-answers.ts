import { z } from 'zod'
import { learnerOf } from '../actor.ts'
import { membershipsOf } from '../cohorts/members.ts'
import { mayQuote } from '../consents/choices.ts'
import { define } from '../define.ts'
import { type Answer, toAnswer } from './answer.ts'
import { questionsBehind } from './question-behind.ts'
import { readRevisions } from './revision.ts'

const input = z.strictObject({
  /** Only these questions; all when absent. */
  questions: z.array(z.string()).optional(),
  chapter: z.string().optional(),
  /** Earlier revisions too, oldest first: of all, or of these questions. `ends`: of all, but only the first. */
  history: z.union([z.boolean(), z.literal('ends'), z.array(z.string())]).default(false),
  /** Only what the companion may repeat to its author. */
  quotable: z.boolean().default(false),
})

export interface MyAnswer extends Answer {
  /** All revisions, oldest first, the newest last; or the first and the newest; only when asked for. */
  history: Answer[]
  /** It is still put to the actor. A trainer's own question isn't once they have left its course, or that has ended. */
  stillAsked: boolean
}

/**
 * The actor's own answers in reading order, the newest revision of each; those to trainers' own questions, and to
 * questions that aren't asked here, come last. There is no learner id to give: it can only be one's own. A visitor has
 * none.
 */
export const myAnswers = define({
  input,
  async run(world, actor, wanted): Promise<{ answers: MyAnswer[] }> {
    const learnerId = learnerOf(actor)
    if (learnerId === null) return { answers: [] }
    const all = !wanted.questions && !wanted.chapter
    const ids = world.content.questions
      .filter(
        (q) =>
          (!wanted.questions || wanted.questions.includes(q.id)) && (!wanted.chapter || q.chapter === wanted.chapter),
      )
      .map((q) => q.id)
    const revisions = await readRevisions(world, learnerId, {
      questions: all ? undefined : [...new Set([...ids, ...(wanted.questions ?? [])])],
      ...(wanted.history !== true && { only: wanted.history === 'ends' ? 'ends' : 'newest' }),
      ...(Array.isArray(wanted.history) && { history: wanted.history }),
    })
    const questions = await questionsBehind(world, revisions)
    const own = questions.some((q) => q.own)
    const joined = new Set(own ? (await membershipsOf(world.db, [learnerId])).map((m) => m.cohortId) : [])
    const answers = questions.flatMap((question) => {
      const history = (revisions.get(question.id) ?? []).map((r) => toAnswer(question, r))
      const newest = history.at(-1)
      const stillAsked = question.own ? question.own.open && joined.has(question.own.cohort) : !question.retired
      const whole = Array.isArray(wanted.history) ? wanted.history.includes(question.id) : wanted.history !== false
      return newest ? [{ ...newest, history: whole ? history : [], stillAsked }] : []
    })
    if (!wanted.quotable) return { answers }
    const levels = await mayQuote(
      world,
      learnerId,
      answers.map(({ question }) => question.sensitivity),
    )
    return { answers: answers.filter(({ question }) => levels.has(question.sensitivity)) }
  },
})
