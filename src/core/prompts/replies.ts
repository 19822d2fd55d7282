import { z } from 'zod'
import { openIfKept } from '../privacy/keys.ts'
import type { World } from '../world.ts'
import type { DeliveryTable } from './table.ts'

/** What is sealed of the replies to a prompt. */
const replies = z.array(z.strictObject({ words: z.string(), operation: z.string().nullable(), at: z.number() }))
export type Replies = z.infer<typeof replies>

export const sealReplies = (world: World, learnerId: string, all: Replies): Promise<string> =>
  world.keys.seal(learnerId, JSON.stringify(all))

/** In the order in which they were given; none where its author was erased. */
export async function readReplies(
  world: World,
  { learner_id, sealed_replies }: Pick<DeliveryTable, 'learner_id' | 'sealed_replies'>,
): Promise<Replies> {
  const text = sealed_replies === null ? null : await openIfKept(world.keys, learner_id, sealed_replies)
  return text === null ? [] : replies.parse(JSON.parse(text))
}
