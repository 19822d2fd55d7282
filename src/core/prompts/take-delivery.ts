import { z } from 'zod'
import { requireSystem } from '../actor.ts'
import { type Statement, statement } from '../db/db.ts'
import { define } from '../define.ts'
import { newPublicId } from '../id.ts'
import type { World } from '../world.ts'
import { afterSend } from './after-send.ts'
import { choosePrompt, fill, type ReadyPrompt, saidBy } from './choose-prompt.ts'
import { daysTaken } from './days-taken.ts'
import { isFindable, nowLeftAlone } from './mark-delivery.ts'
import { channel, type PromptSettings, type ScheduleRow, toSettings } from './settings.ts'
import { stopKeyOf } from './stop-key.ts'
import type { DeliveryTable, ScheduleTable } from './table.ts'
import { openTeamsChat, type TeamsChat, teamsChatOf } from './teams-chat.ts'
import { firstFree, usefulUntil } from './when.ts'

const DAY = 86_400_000
/** Longer than any send takes; after it, whoever held it is taken for dead. */
export const LEASE = 120_000
/** Looked at in one go, in no order, so that several processes seldom want the same. */
const LOOKED_AT = 50

export interface Taken {
  delivery: string
  /** Whoever sends it names it again. */
  lease: string
  kind: DeliveryTable['kind']
  /** Null when they are asked whether to go on. */
  prompt: ReadyPrompt | null
  channel: ScheduleTable['channel']
  place: string | null
  /** Of Teams: where that is; null where it was forgotten. */
  chat: TeamsChat | null
  /** With it whoever got the message can stop prompts where nobody is signed in. */
  stopKey: string
  /** A send began then and nobody knows how it ended: look whether it is there before sending again. */
  triedAt: number | null
  /** When the first of these sends began: the same for all that may have doubled, another once it was put off. */
  beganAt: number
}

type Due = DeliveryTable & { root_id: string; lookedAt: number }

/**
 * Takes one delivery that is due, for whoever calls and for two minutes; null when none is. What it may not be sent now
 * (stopped, paused, quiet hours, a day off, a bank holiday, a day that had one) is looked at here, a moment before the
 * send, and putting it off costs no attempt.
 */
export const takeDelivery = define({
  input: z.strictObject({ channels: z.array(channel).min(1) }),
  async run(world, actor, { channels }): Promise<Taken | null> {
    requireSystem(actor)
    // Each look settles what it can't send, so there is an end.
    for (;;) {
      const due = await lookFor(world, channels)
      if (due.length === 0) return null
      for (const row of due.sort(() => Math.random() - 0.5)) {
        const taken = await take(world, row)
        if (taken) return taken
      }
    }
  },
})

async function lookFor({ db, clock }: World, channels: Taken['channel'][]): Promise<Due[]> {
  const now = clock.now()
  const rows = await db.read
    .selectFrom('delivery')
    .innerJoin('schedule', 'schedule.id', 'delivery.schedule_id')
    .innerJoin('learner', 'learner.id', 'delivery.learner_id')
    .selectAll('delivery')
    .select('learner.root_id')
    .where('schedule.channel', 'in', channels)
    .where((where) =>
      where.or([
        where.and([where('delivery.state', '=', 'waiting'), where('delivery.due_at', '<=', now)]),
        where.and([where('delivery.state', '=', 'leased'), where('delivery.lease_until', '<', now)]),
      ]),
    )
    .orderBy('delivery.due_at')
    .limit(LOOKED_AT)
    .execute()
  return rows.map((row) => ({ ...row, lookedAt: now }))
}

/** Null when it isn't to be sent now, or another process has it. */
async function take(world: World, row: Due): Promise<Taken | null> {
  const { db } = world
  const schedule = await db.read.selectFrom('schedule').selectAll().where('id', '=', row.schedule_id).executeTakeFirst()
  if (!schedule) return null
  const settings = toSettings(schedule)
  if (!settings.on) return settle(world, row, { state: 'stopped' })
  // Whoever held it has died on the way: nobody knows how it ended, and nobody can look.
  const unfindable = row.state === 'leased' && !isFindable(schedule.channel)
  const left = unfindable ? afterSend({ as: 'unknown' }, { ...row, findable: false }, row.lookedAt) : row
  if (left.state === 'sent') return settle(world, row, left, nowLeftAlone(db, schedule, row.kind, row.lookedAt))
  if (row.state === 'waiting' && row.lookedAt > row.not_after) return settle(world, row, { state: 'missed' })
  const free = firstFree(settings, row.lookedAt, await takenFor(world, row, settings))
  if (free > row.lookedAt)
    return settle(world, row, { state: 'waiting', due_at: free, not_after: usefulUntil(row.kind, free) })
  const prompt = row.kind === 'ask' ? null : await promptFor(world, row)
  if (row.kind === 'prompt' && !prompt) return settle(world, row, { state: 'empty' })
  return claim(world, { ...row, attempts: left.attempts ?? row.attempts }, schedule, prompt)
}

/** Changes a row that is still as it was seen, and hasn't been taken meanwhile. */
const still = (world: World, row: Due, changed: Partial<DeliveryTable>): Statement => {
  const update = world.db.draft.updateTable('delivery').set(changed).where('id', '=', row.id)
  const same = update.where('state', '=', row.state).where('due_at', '=', row.due_at)
  return statement(row.lease_until === null ? same : same.where('lease_until', '=', row.lease_until), 1)
}

async function settle(world: World, row: Due, changed: Partial<DeliveryTable>, also: Statement[] = []): Promise<null> {
  await world.db.write([still(world, row, { ...changed, lease: null, lease_until: null }), ...also])
  return null
}

async function claim(world: World, row: Due, schedule: ScheduleRow, prompt: ReadyPrompt | null): Promise<Taken | null> {
  const { db, clock } = world
  const now = clock.now()
  const beganAt = row.tried_at ?? now
  const lease = newPublicId()
  const taken = {
    state: 'leased' as const,
    lease,
    lease_until: now + LEASE,
    attempts: row.attempts,
    prompt: prompt?.id ?? null,
    tried_at: beganAt,
  }
  // Whoever says stop at this very moment is first, or finds it taken.
  const isOn = db.draft.updateTable('schedule').set({ is_on: 1 }).where('id', '=', schedule.id).where('is_on', '=', 1)
  const { committed } = await db.write([statement(isOn, 1), still(world, row, taken)])
  if (!committed) return null
  const { channel, place } = schedule
  const chat = channel === 'teams' ? await chatAt(world, row.root_id, place) : null
  const stopKey = stopKeyOf(world.keys, schedule.id)
  const about = { delivery: row.id, kind: row.kind, triedAt: row.tried_at, beganAt }
  return { ...about, lease, prompt, channel, place, chat, stopKey }
}

async function chatAt(world: World, rootId: string, place: string | null): Promise<TeamsChat | null> {
  const kept = place === null ? undefined : await teamsChatOf(world, rootId, place)
  return kept ? openTeamsChat(world, kept) : null
}

/** Days on which nothing may be sent to whom it is for. */
async function takenFor({ db, content }: World, row: Due, settings: PromptSettings): Promise<Set<string>> {
  const sent = await db.read
    .selectFrom('delivery')
    .innerJoin('learner', 'learner.id', 'delivery.learner_id')
    .select('delivery.sent_at')
    .where('learner.root_id', '=', row.root_id)
    .where('delivery.sent_at', '>', row.lookedAt - 2 * DAY)
    .execute()
  return daysTaken(
    content,
    settings,
    sent.flatMap(({ sent_at }) => sent_at ?? []),
  )
}

/** The one that was chosen for it before, if it can still be said; else another that they haven't had. */
async function promptFor(world: World, row: Due): Promise<ReadyPrompt | null> {
  const { db, content } = world
  const said = await saidBy(world, row.root_id)
  const before = content.prompts.find(({ id }) => id === row.prompt)
  const same = before && fill(before, said)
  if (same) return same
  const sent = await db.read
    .selectFrom('delivery')
    .innerJoin('learner', 'learner.id', 'delivery.learner_id')
    .select('delivery.prompt')
    .where('learner.root_id', '=', row.root_id)
    .where('delivery.sent_at', 'is not', null)
    .execute()
  return choosePrompt(content, said, new Set(sent.flatMap(({ prompt }) => prompt ?? [])), row.lookedAt)
}
