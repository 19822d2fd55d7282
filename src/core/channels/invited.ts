import { z } from 'zod'
import type { Actor } from '../actor.ts'
import { learnerOf } from '../actor.ts'
import { findQuestion } from '../answers/find-question.ts'
import { type ToJoin, toJoin } from '../cohorts/cohort-to-join.ts'
import { goingCohort } from '../cohorts/find-cohort.ts'
import { questionsOf } from '../cohorts/set-up.ts'
import { define } from '../define.ts'
import { AppError, nullIfMissing } from '../errors.ts'
import type { Question } from '../questions/question.ts'
import type { World } from '../world.ts'
import { slackPlace } from './connect-channel.ts'
import { connectionAt } from './course-channel.ts'
import { mayBePosted } from './plan-post.ts'

const input = z.strictObject({
  ...slackPlace,
  /** The message whose button was pressed. */
  post: z.string().max(300),
})

export interface Invited {
  course: ToJoin
  /** What it asks; null under a message that asks nothing. */
  question: Question | null
}

/** What a button in a channel is about, for whoever pressed it: the course, and the question where there is one. */
export const invited = define({
  input,
  async run(world, actor, { team, channel, post }): Promise<Invited> {
    const { db } = world
    const connection = await connectionAt(db, { team, channel })
    const cohort = connection && (await goingCohort(db, connection.cohort_id))
    const row = await db.read
      .selectFrom('channel_post')
      .select(['cohort_id', 'kind', 'question_id'])
      .where('id', '=', post)
      .executeTakeFirst()
    if (!cohort || row?.cohort_id !== cohort.id) throw over()
    const course = await toJoin(world, actor, cohort)
    const asked = row.question_id && (await questionsOf(world, cohort.id)).find((q) => q.id === row.question_id)
    if (!asked) return { course, question: null }
    if (!mayBePosted(asked)) throw over()
    return { course, question: await askedOf(world, actor, asked) }
  },
})

/** A trainer’s own question is there for those who joined, and for nobody else. */
const askedOf = async (world: World, actor: Actor, asked: Question): Promise<Question | null> =>
  asked.own ? findQuestion(world, learnerOf(actor), asked.id).catch(nullIfMissing) : asked

const over = (): AppError =>
  new AppError(
    'not-found',
    'This isn’t asked here any more. What you wrote stays in your notebook, and the question may still be on its page.',
  )
