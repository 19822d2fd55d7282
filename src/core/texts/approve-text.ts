import { z } from 'zod'
import { requireLearner } from '../actor.ts'
import { readNewest } from '../answers/revision.ts'
import { type Statement, statement } from '../db/db.ts'
import { define } from '../define.ts'
import { AppError, notFound } from '../errors.ts'
import { mayBeShown } from '../questions/own-words.ts'
import type { World } from '../world.ts'
import { type Held, readTexts, sealText } from './approved-text.ts'
import { courseOf } from './course-of.ts'
import { type Look, lookAt, wordsToShow } from './look-at.ts'
import { takeBack } from './take-back.ts'

const input = z.strictObject({
  question: z.string().max(100),
  /** Exactly the words of the preview. */
  words: wordsToShow,
  /** The actor has looked at everything that is pointed out, and it may be shown. */
  looked: z.boolean().default(false),
})

/**
 * Approves exactly these words for the actor's course, in place of any approved before. They go out with a tick at which
 * the answer is counted, or at a later one. Words that may name somebody, hold contact details or tell of harm are kept
 * and stay with their author.
 */
export const approveText = define({
  input,
  async run(world, actor, sent): Promise<{ words: string; held: Held | null }> {
    const root = requireLearner(actor)
    const question = world.content.question(sent.question)
    if (!question || !mayBeShown(question)) throw notFound('that question')
    if (!(await readNewest(world, root, question.id))) throw notFound('an answer of yours to that question')
    const course = await courseOf(world, root, question.id)
    if (!course)
      throw new AppError('invalid', 'These words can’t be shown: your answer isn’t counted in any course just now.')
    const look = await lookAt(sent.words, course.names)
    check(sent, look)
    for (let tries = 0; tries < 3; tries++)
      if (await keep(world, root, question.id, { cohort: course.id, words: look.words, held: look.held }))
        return { words: look.words, held: look.held }
    throw new AppError('unavailable', 'This couldn’t be kept just now. Nothing was changed; please try again.')
  },
})

/** Nothing is approved that its author hasn't seen just so, with all that was pointed out. */
function check({ words, looked }: z.infer<typeof input>, look: Look): void {
  if (look.trouble) throw new AppError('invalid', look.trouble, { fields: { words: look.trouble } })
  if (look.words !== words) {
    const again = 'These words would look a little different when they are shown. Please look at them again first.'
    throw new AppError('invalid', again, { fields: { words: again } })
  }
  if (look.flags.length === 0 || looked || look.held) return
  const please = 'Look at what is marked, and say that it may be shown, or change it.'
  throw new AppError('invalid', please, { fields: { looked: please } })
}

/** False when something else of this question was approved or taken back meanwhile, or a tick came between. */
async function keep(
  world: World,
  root: string,
  questionId: string,
  text: { cohort: string; words: string; held: Held | null },
): Promise<boolean> {
  const before = await readTexts(world, [root], questionId)
  const row = {
    learner_id: root,
    question_id: questionId,
    nth: Math.max(0, ...before.filter((t) => t.learnerId === root).map((t) => t.nth)) + 1,
    sealed: await sealText(world, root, { ...text, card: null }),
    approved_at: world.clock.now(),
    withdrawn_at: null,
  }
  const insert: Statement = statement(
    world.db.draft
      .insertInto('approved_text')
      .values(row)
      .onConflict((c) => c.doNothing()),
    1,
  )
  return (await world.db.write([insert, ...takeBack(world, before)])).committed
}
