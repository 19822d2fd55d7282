import { z } from 'zod'
import { requireLearner } from '../actor.ts'
import { type Statement, statement } from '../db/db.ts'
import { define } from '../define.ts'
import { LIMITS, limitedText } from '../questions/part.ts'
import type { World } from '../world.ts'
import { nextDay } from './next-hour.ts'
import { readReplies, sealReplies } from './replies.ts'
import { scheduleOf, toSettings } from './settings.ts'
import type { DeliveryTable } from './table.ts'
import { firstFree, HALVE_AFTER, nextPrompt, usefulUntil } from './when.ts'

const DAY = 86_400_000
/** The reply, and one to the question that may follow it. */
const MOST_REPLIES = 2

const input = z.strictObject({
  delivery: z.string().max(200),
  /** What was pressed or written. `answered` brings the words. */
  as: z.enum(['answered', 'skipped', 'later']),
  words: limitedText(LIMITS.long).optional(),
  /** Names the reply: the same twice is kept once. */
  operation: z.uuid().optional(),
})
type Sent = z.infer<typeof input>

export interface Settled {
  /** It counted. False when it had been settled before, or isn't theirs. */
  counted: boolean
  /** Words that were kept are so many by now. */
  replies: number
}

const NOT: Settled = { counted: false, replies: 0 }

/**
 * Takes what a learner says to a prompt of theirs, once: an answer, kept under their key; skip, which is no miss; or later,
 * which brings it back another day at their hour. Whichever it is, they have been heard, and nothing counts as left alone.
 */
export const settleDelivery = define({
  input,
  async run(world, actor, sent): Promise<Settled> {
    const rootId = requireLearner(actor)
    const row = await world.db.read
      .selectFrom('delivery')
      .innerJoin('learner', 'learner.id', 'delivery.learner_id')
      .selectAll('delivery')
      .where('learner.root_id', '=', rootId)
      .where('delivery.id', '=', sent.delivery)
      .executeTakeFirst()
    if (!row) return NOT
    if (sent.as === 'answered') return answer(world, rootId, row, sent)
    const changed = sent.as === 'skipped' ? { state: 'skipped' as const } : await putOff(world, rootId, row)
    const { committed } = await world.db.write([still(world, row, changed), ...(await heard(world, rootId))])
    return committed ? { counted: true, replies: 0 } : NOT
  },
})

/** A press proves that it is there, also when nobody has noted yet that it was sent. */
const OPEN: DeliveryTable['state'][] = ['sent', 'leased', 'waiting']
const isOpen = ({ state, tried_at }: DeliveryTable): boolean =>
  OPEN.includes(state) && (state !== 'waiting' || tried_at !== null)

function still({ db }: World, row: DeliveryTable, changed: Partial<DeliveryTable>): Statement {
  const update = db.draft.updateTable('delivery').set({ ...changed, lease: null, lease_until: null })
  const replies = row.sealed_replies
  const same = update.where('id', '=', row.id).where('state', '=', isOpen(row) ? row.state : 'sent')
  return statement(same.where('sealed_replies', replies === null ? 'is' : '=', replies), 1)
}

async function answer(world: World, rootId: string, row: DeliveryTable, { words, operation }: Sent): Promise<Settled> {
  const replies = await readReplies(world, row)
  if (operation && replies.some((reply) => reply.operation === operation))
    return { counted: true, replies: replies.length }
  const follows = row.state === 'answered' && replies.length > 0 && replies.length < MOST_REPLIES
  if (!follows && !isOpen(row)) return NOT
  const all = words ? [...replies, { words, operation: operation ?? null, at: world.clock.now() }] : replies
  const sealed_replies = all.length > 0 ? await sealReplies(world, row.learner_id, all) : null
  const changed = { state: 'answered' as const, sealed_replies }
  const mine = world.db.draft.updateTable('delivery').set(changed).where('id', '=', row.id)
  const before = row.sealed_replies
  const unit = follows
    ? [statement(mine.where('state', '=', 'answered').where('sealed_replies', '=', before), 1)]
    : [still(world, row, changed), ...(await heard(world, rootId))]
  const { committed } = await world.db.write(unit)
  return committed ? { counted: true, replies: all.length } : NOT
}

/** Back among what waits, for the next free day at their hour. */
async function putOff({ db, clock }: World, rootId: string, { kind }: DeliveryTable): Promise<Partial<DeliveryTable>> {
  const row = await scheduleOf(db, rootId)
  const now = clock.now()
  const due_at = row ? firstFree(toSettings(row), nextDay(row.zone, now), new Set()) : now + DAY
  const fresh = { tried_at: null, sent_ref: null, attempts: 0 }
  return { state: 'waiting', due_at, not_after: usefulUntil(kind, due_at), ...fresh }
}

/** They were heard: nothing counts as left alone, and what had gone quiet goes on. */
async function heard({ db, clock }: World, rootId: string): Promise<Statement[]> {
  const row = await scheduleOf(db, rootId)
  if (!row || row.is_on === 0) return []
  const resumes = row.asked_at !== null || row.next_at === null || row.unanswered >= HALVE_AFTER
  const next_at = resumes ? nextPrompt(toSettings(row), 0, clock.now()) : row.next_at
  return [
    statement(
      db.draft
        .updateTable('schedule')
        .set({ unanswered: 0, ...(resumes && { asked_at: null, next_at }) })
        .where('id', '=', row.id),
    ),
  ]
}
