import { z } from 'zod'
import { requireSystem } from '../actor.ts'
import { type Statement, statement } from '../db/db.ts'
import { define } from '../define.ts'
import type { World } from '../world.ts'
import { type ScheduleRow, toSettings } from './settings.ts'
import { ASK_AFTER, nextPrompt, usefulUntil } from './when.ts'

/** Looked at beside each other. */
const AT_ONCE = 50
/** In one run, so that sending is never kept waiting for long. */
const MOST = 1000

type Due = ScheduleRow & { root_id: string; next_at: number }

/**
 * Queues one delivery for each schedule that is due, and says when it is due next, counted from now: however long nothing
 * ran, one is caught up. Any number of processes may do so at once; each moment of a schedule is queued once. Where one
 * is still waiting to be sent, it goes in place of the new one.
 */
export const queuePrompts = define({
  input: z.strictObject({}),
  async run(world, actor): Promise<{ queued: number }> {
    requireSystem(actor)
    const { db, clock } = world
    const now = clock.now()
    await db.write([letGo(world, now)])
    let queued = 0
    for (let seen = 0; seen < MOST; seen += AT_ONCE) {
      const due = await db.read
        .selectFrom('schedule')
        .innerJoin('learner', 'learner.id', 'schedule.learner_id')
        .selectAll('schedule')
        .select('learner.root_id')
        .where('schedule.is_on', '=', 1)
        .where('schedule.next_at', '<=', now)
        .orderBy('schedule.next_at')
        .limit(AT_ONCE)
        .execute()
      const done = await Promise.all(due.map((row) => queue(world, row as Due, now)))
      queued += done.filter(Boolean).length
      if (due.length < AT_ONCE) break
    }
    return { queued }
  },
})

/** What waited until it was of no use. */
const letGo = ({ db }: World, now: number): Statement =>
  statement(
    db.draft
      .updateTable('delivery')
      .set({ state: 'missed' })
      .where('state', '=', 'waiting')
      .where('not_after', '<', now),
  )

/** True when this process queued something. The unit fails whole when another process came first. */
async function queue(world: World, row: Due, now: number): Promise<boolean> {
  const { db } = world
  const move = (next_at: number | null, more: { is_on?: number; asked_at?: number } = {}) =>
    statement(
      db.draft
        .updateTable('schedule')
        .set({ next_at, ...more })
        .where('id', '=', row.id)
        .where('next_at', '=', row.next_at),
      1,
    )
  if (await isOutdated(world, row)) {
    await db.write([move(null, { is_on: 0 })])
    return false
  }
  const next = nextPrompt(toSettings(row), row.unanswered, now)
  if (await isOneWaiting(world, row)) {
    await db.write([move(next)])
    return false
  }
  const asks = row.unanswered >= ASK_AFTER
  const kind = asks ? ('ask' as const) : ('prompt' as const)
  const delivery = {
    id: `${row.id}@${new Date(row.next_at).toISOString()}`,
    schedule_id: row.id,
    learner_id: row.learner_id,
    kind,
    due_at: row.next_at,
    not_after: usefulUntil(kind, now),
    state: 'waiting' as const,
    attempts: 0,
  }
  const insert = db.draft
    .insertInto('delivery')
    .values(delivery)
    .onConflict((c) => c.doNothing())
  const { committed } = await db.write([statement(insert), asks ? move(null, { asked_at: now }) : move(next)])
  return committed
}

/** Two notebooks that each had prompts became one: the schedule that was changed last stays. */
async function isOutdated({ db }: World, { id, root_id }: Due): Promise<boolean> {
  const newest = await db.read
    .selectFrom('schedule')
    .innerJoin('learner', 'learner.id', 'schedule.learner_id')
    .select('schedule.id')
    .where('learner.root_id', '=', root_id)
    .orderBy('schedule.changed_at', 'desc')
    .orderBy('schedule.id')
    .limit(1)
    .executeTakeFirst()
  return newest !== undefined && newest.id !== id
}

async function isOneWaiting({ db }: World, { root_id }: Due): Promise<boolean> {
  const one = await db.read
    .selectFrom('delivery')
    .innerJoin('learner', 'learner.id', 'delivery.learner_id')
    .select('delivery.id')
    .where('learner.root_id', '=', root_id)
    .where('delivery.state', 'in', ['waiting', 'leased'])
    .limit(1)
    .executeTakeFirst()
  return one !== undefined
}
