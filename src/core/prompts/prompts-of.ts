import type { World } from '../world.ts'
import { type Replies, readReplies } from './replies.ts'
import { type PromptSettings, scheduleOf, toSettings } from './settings.ts'
import type { DeliveryTable } from './table.ts'

export interface KeptPrompt extends Pick<DeliveryTable, 'prompt' | 'kind' | 'state'> {
  /** Milliseconds; null while it wasn't sent. */
  sentAt: number | null
  dueAt: number
  replies: Replies
}

/** Everything that is kept of prompts of a person: their settings, and what was sent and replied, oldest first. */
export async function promptsOf(
  world: World,
  rootId: string,
): Promise<{ settings: PromptSettings | null; deliveries: KeptPrompt[] }> {
  const row = await scheduleOf(world.db, rootId)
  const rows = await world.db.read
    .selectFrom('delivery')
    .innerJoin('learner', 'learner.id', 'delivery.learner_id')
    .selectAll('delivery')
    .where('learner.root_id', '=', rootId)
    .orderBy('delivery.due_at')
    .orderBy('delivery.id')
    .execute()
  const deliveries = await Promise.all(
    rows.map(async (delivery) => ({
      prompt: delivery.prompt,
      kind: delivery.kind,
      state: delivery.state,
      sentAt: delivery.sent_at,
      dueAt: delivery.due_at,
      replies: await readReplies(world, delivery),
    })),
  )
  return { settings: row ? toSettings(row) : null, deliveries }
}
