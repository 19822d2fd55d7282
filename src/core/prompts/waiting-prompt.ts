import { z } from 'zod'
import { learnerOf } from '../actor.ts'
import { define } from '../define.ts'
import type { World } from '../world.ts'
import { fill, saidBy, UNREAD } from './choose-prompt.ts'
import type { DeliveryTable } from './table.ts'

/** A prompt that was sent and waits for a word. */
export interface WaitingPrompt {
  delivery: string
  kind: DeliveryTable['kind']
  /** Null when they were asked whether to go on, or when what it quoted is gone. */
  text: string | null
  /** The text holds words of the learner's own. */
  quotes: boolean
  followUp: string | null
  /** The channel's own name of the message. */
  ref: string | null
}

/** The last prompt that the acting learner was sent, or the one named, if they have said nothing to it; else null. */
export const waitingPrompt = define({
  input: z.strictObject({ delivery: z.string().max(200).optional() }),
  run: async (world, actor, { delivery }): Promise<WaitingPrompt | null> => {
    const learnerId = learnerOf(actor)
    return learnerId === null ? null : findWaiting(world, learnerId, delivery)
  },
})

async function findWaiting(world: World, rootId: string, delivery?: string): Promise<WaitingPrompt | null> {
  const { db, content } = world
  const sent = db.read
    .selectFrom('delivery')
    .innerJoin('learner', 'learner.id', 'delivery.learner_id')
    .selectAll('delivery')
    .where('learner.root_id', '=', rootId)
    .where('delivery.sent_at', 'is not', null)
    .orderBy('delivery.sent_at', 'desc')
    .limit(1)
  const row = await (delivery ? sent.where('delivery.id', '=', delivery) : sent).executeTakeFirst()
  if (row?.state !== 'sent') return null
  const prompt = content.prompts.find(({ id }) => id === row.prompt)
  const ready = prompt && fill(prompt, prompt.quotes ? await saidBy(world, rootId) : UNREAD)
  return {
    delivery: row.id,
    kind: row.kind,
    text: ready?.text ?? null,
    quotes: prompt?.quotes !== undefined,
    followUp: prompt?.followUp ?? null,
    ref: row.sent_ref,
  }
}
