import { z } from 'zod'
import { requireSystem } from '../actor.ts'
import { goingCohort } from '../cohorts/find-cohort.ts'
import { questionsOf, type SharedSetUp, sharedSetUpOf } from '../cohorts/set-up.ts'
import { type Statement, statement } from '../db/db.ts'
import { define } from '../define.ts'
import { newPublicId } from '../id.ts'
import { type ReleasedPicture, releasedPicture } from '../insights/released-pictures.ts'
import { afterSend } from '../prompts/after-send.ts'
import { LEASE } from '../prompts/take-delivery.ts'
import { firstFree } from '../prompts/when.ts'
import type { Question } from '../questions/question.ts'
import type { World } from '../world.ts'
import { clockOf } from './course-channel.ts'
import { dueAt, mayBePosted } from './plan-post.ts'
import type { ChannelPostTable, CourseChannelTable } from './table.ts'

const LOOKED_AT = 20

/** What there is to say. */
export type Saying =
  | { kind: 'welcome' }
  | { kind: 'question'; question: Question }
  /** `under`: the message that it hangs under. */
  | { kind: 'picture'; question: Question; picture: ReleasedPicture; under: string }

export interface TakenPost {
  post: string
  /** Whoever sends it names it again. */
  lease: string
  team: string
  channel: string
  course: SharedSetUp
  saying: Saying
}

type Due = ChannelPostTable & { lookedAt: number; connection: CourseChannelTable }

/**
 * Takes one post that is due, for whoever calls and for two minutes; null when none is. What may not be posted now (quiet
 * hours, a day off, a course that has ended, a question that is asked no more) is looked at here, a moment before, and
 * putting it off costs no attempt.
 */
export const takePost = define({
  input: z.strictObject({}),
  async run(world, actor): Promise<TakenPost | null> {
    requireSystem(actor)
    // Each look settles what it can't send, so there is an end.
    for (;;) {
      const due = await lookFor(world)
      if (due.length === 0) return null
      for (const row of due) {
        const taken = await take(world, row)
        if (taken) return taken
      }
    }
  },
})

async function lookFor({ db, clock }: World): Promise<Due[]> {
  const now = clock.now()
  const rows = await db.read
    .selectFrom('channel_post')
    .innerJoin('course_channel', 'course_channel.cohort_id', 'channel_post.cohort_id')
    .selectAll('channel_post')
    .select(['course_channel.id as connection_id', 'team', 'channel', 'connected_by', 'connected_at'])
    .where((where) =>
      where.or([
        where.and([where('state', '=', 'waiting'), where('due_at', '<=', now)]),
        where.and([where('state', '=', 'leased'), where('lease_until', '<', now)]),
      ]),
    )
    .orderBy('due_at')
    // Hello comes first.
    .orderBy('kind', 'desc')
    .orderBy('channel_post.id')
    .limit(LOOKED_AT)
    .execute()
  return rows.map(({ connection_id: id, team, channel, connected_by, connected_at, ...row }) => ({
    ...row,
    lookedAt: now,
    connection: { cohort_id: row.cohort_id, id, team, channel, connected_by, connected_at },
  }))
}

/** Null when it isn't to be sent now, or another process has it. */
async function take(world: World, row: Due): Promise<TakenPost | null> {
  const { db } = world
  const cohort = await goingCohort(db, row.cohort_id)
  if (!cohort) return settle(world, row, { state: 'empty' })
  if (row.state === 'waiting' && row.lookedAt > row.not_after) return settle(world, row, { state: 'missed' })
  // Whoever held it has died on the way.
  const left = row.state === 'leased' ? afterSend({ as: 'unknown' }, { ...row, findable: false }, row.lookedAt) : row
  if (left.state === 'sent') return settle(world, row, left)
  const free = row.kind === 'welcome' ? row.lookedAt : firstFree(await clockOf(db, cohort.id), row.lookedAt, new Set())
  if (free > row.lookedAt) return settle(world, row, { state: 'waiting', ...dueAt(free) })
  const saying = await sayingOf(world, row)
  if (!saying) return settle(world, row, { state: 'empty' })
  const lease = newPublicId()
  const { id, team, channel } = row.connection
  const taken = {
    state: 'leased' as const,
    lease,
    lease_until: row.lookedAt + LEASE,
    sent_in: id,
    attempts: left.attempts ?? row.attempts,
  }
  // Whoever disconnects the channel at this very moment is first, or finds it taken.
  const isThere = db.draft.updateTable('course_channel').set({ team }).where('id', '=', id)
  const { committed } = await db.write([statement(isThere, 1), still(world, row, taken)])
  return committed ? { post: row.id, lease, team, channel, course: await sharedSetUpOf(world, cohort), saying } : null
}

async function sayingOf(world: World, row: Due): Promise<Saying | null> {
  if (row.kind === 'welcome') return { kind: 'welcome' }
  const question = (await questionsOf(world, row.cohort_id)).find((q) => q.id === row.question_id)
  if (!question) return null
  if (row.kind === 'question') return mayBePosted(question) ? { kind: 'question', question } : null
  // Under a message of the connection it was made for, and of no other.
  if (row.under === null || !row.id.startsWith(`${row.connection.id}:`)) return null
  const batch = { question: question.id, closedAt: row.closed_at ?? 0, wording: row.wording_hash ?? '' }
  const picture = await releasedPicture(world.released, row.cohort_id, batch)
  return picture && { kind: 'picture', question, picture, under: row.under }
}

/** Changes a row that is still as it was seen, and hasn't been taken meanwhile. */
const still = ({ db }: World, row: Due, changed: Partial<ChannelPostTable>): Statement => {
  const update = db.draft.updateTable('channel_post').set(changed).where('id', '=', row.id)
  const same = update.where('state', '=', row.state).where('due_at', '=', row.due_at)
  return statement(row.lease_until === null ? same : same.where('lease_until', '=', row.lease_until), 1)
}

async function settle(world: World, row: Due, changed: Partial<ChannelPostTable>): Promise<null> {
  await world.db.write([still(world, row, { ...changed, lease: null, lease_until: null })])
  return null
}
