import { z } from 'zod'
import { learnerOf } from '../actor.ts'
import { define } from '../define.ts'
import { type Answer, toAnswer } from './answer.ts'
import { readRevisions } from './revision.ts'

const input = z.strictObject({
  /** Only these questions; all when absent. */
  questions: z.array(z.string()).optional(),
  chapter: z.string().optional(),
  /** Only questions whose evidence names this clause. */
  touching: z.string().optional(),
  /** Earlier revisions too, oldest first. */
  history: z.boolean().default(false),
})

export interface MyAnswer extends Answer {
  /** All revisions, oldest first, the newest last; only when asked for. */
  history: Answer[]
}

/**
 * The actor's own answers in reading order, the newest revision of each. There is no learner id to give: it can only be
 * one's own. A visitor has none.
 */
export const myAnswers = define({
  input,
  async run(world, actor, wanted): Promise<{ answers: MyAnswer[] }> {
    const learnerId = learnerOf(actor)
    if (learnerId === null) return { answers: [] }
    const questions = world.content.questions.filter(
      (q) =>
        (!wanted.questions || wanted.questions.includes(q.id)) &&
        (!wanted.chapter || q.chapter === wanted.chapter) &&
        (!wanted.touching || q.evidence.includes(wanted.touching)),
    )
    const all = !wanted.questions && !wanted.chapter && !wanted.touching
    const revisions = await readRevisions(world, learnerId, {
      questions: all ? undefined : questions.map((q) => q.id),
      newest: !wanted.history,
    })
    const answers = questions.flatMap((question) => {
      const history = (revisions.get(question.id) ?? []).map((r) => toAnswer(question, r))
      const newest = history.at(-1)
      return newest ? [{ ...newest, history: wanted.history ? history : [] }] : []
    })
    return { answers }
  },
})
