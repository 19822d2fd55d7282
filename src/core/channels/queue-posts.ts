import { z } from 'zod'
import { requireSystem } from '../actor.ts'
import { goingCohort } from '../cohorts/find-cohort.ts'
import { HOUR } from '../cohorts/tick-time.ts'
import { type Statement, statement } from '../db/db.ts'
import { define } from '../define.ts'
import { releasedBatches } from '../insights/released-pictures.ts'
import type { World } from '../world.ts'
import { dueAt } from './plan-post.ts'
import type { CourseChannelTable } from './table.ts'

/** Posted later than this, a question is late: of several late ones in a course, the newest is posted and no other. */
const LATE = HOUR

/**
 * Queues a picture for each batch that was released of a question after it was asked in its course's channel, and lets go
 * what has waited too long. Any number of processes may do so at once; each batch is queued once.
 */
export const queuePosts = define({
  input: z.strictObject({}),
  async run(world, actor): Promise<{ queued: number }> {
    requireSystem(actor)
    const { db, clock } = world
    const now = clock.now()
    await db.write([letGo(world, now), ...(await overtaken(world, now))])
    let queued = 0
    for (const channel of await db.read.selectFrom('course_channel').selectAll().execute())
      for (const picture of await picturesDue(world, channel, now)) if ((await db.write([picture])).committed) queued++
    return { queued }
  },
})

/** What waited until it was of no use. */
const letGo = ({ db }: World, now: number): Statement =>
  statement(
    db.draft
      .updateTable('channel_post')
      .set({ state: 'missed' })
      .where('state', '=', 'waiting')
      .where('not_after', '<', now),
  )

async function overtaken({ db }: World, now: number): Promise<Statement[]> {
  const late = await db.read
    .selectFrom('channel_post')
    .select(['id', 'cohort_id'])
    .where('kind', '=', 'question')
    .where('state', '=', 'waiting')
    .where('due_at', '<', now - LATE)
    .orderBy('due_at')
    .orderBy('id')
    .execute()
  return [...Map.groupBy(late, (post) => post.cohort_id).values()]
    .flatMap((posts) => posts.slice(0, -1))
    .map(({ id }) =>
      statement(
        db.draft
          .updateTable('channel_post')
          .set({ state: 'missed' })
          .where('id', '=', id)
          .where('state', '=', 'waiting'),
      ),
    )
}

/**
 * Only of a course whose set-up lets its channel see pictures: everybody who joined it has been told, and so nothing here
 * depends on who did.
 */
async function picturesDue({ db, released }: World, channel: CourseChannelTable, now: number): Promise<Statement[]> {
  const cohort = await goingCohort(db, channel.cohort_id)
  if (cohort?.channel_sees !== 1) return []
  const asked = await db.read
    .selectFrom('channel_post')
    .select(['question_id', 'sent_at', 'sent_ref'])
    .where('cohort_id', '=', cohort.id)
    .where('kind', '=', 'question')
    .where('state', '=', 'sent')
    .where('sent_in', '=', channel.id)
    .orderBy('sent_at', 'desc')
    .orderBy('id')
    .execute()
  if (asked.length === 0) return []
  const pictures = db.read.selectFrom('channel_post').select('id').where('cohort_id', '=', cohort.id)
  const queued = new Set((await pictures.where('kind', '=', 'picture').execute()).map((post) => post.id))
  return (await releasedBatches(released, cohort.id)).flatMap(({ question, closedAt, wording }) => {
    // Under the invitation that came last before the tick.
    const under = asked.find((post) => post.question_id === question && (post.sent_at as number) < closedAt)
    if (!under?.sent_ref) return []
    const id = `${channel.id}:${question}:${closedAt}:${wording}`
    if (queued.has(id)) return []
    const picture = {
      id,
      cohort_id: cohort.id,
      kind: 'picture' as const,
      question_id: question,
      under: under.sent_ref,
      closed_at: closedAt,
      wording_hash: wording,
      ...dueAt(now),
      state: 'waiting' as const,
      attempts: 0,
    }
    return [
      statement(
        db.draft
          .insertInto('channel_post')
          .values(picture)
          .onConflict((c) => c.doNothing()),
        1,
      ),
    ]
  })
}
