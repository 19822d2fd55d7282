import { openIfKept } from '../privacy/keys.ts'
import type { World } from '../world.ts'

export interface KeptDialogue {
  conversation: string
  changedAt: number
  /** Where it has got to, as JSON: the companion's own notes, which may hold words of the learner's. */
  state: string
}

/** Where each conversation of somebody with the companion has got to. */
export async function dialoguesOf(world: World, rootId: string): Promise<KeptDialogue[]> {
  const rows = await world.db.read
    .selectFrom('dialogue')
    .innerJoin('learner', 'learner.id', 'dialogue.learner_id')
    .select(['dialogue.learner_id', 'dialogue.conversation', 'dialogue.sealed_state', 'dialogue.changed_at'])
    .where('learner.root_id', '=', rootId)
    .orderBy('dialogue.conversation')
    .orderBy('dialogue.changed_at')
    .execute()
  const opened = await Promise.all(rows.map((row) => openIfKept(world.keys, row.learner_id, row.sealed_state)))
  return rows.flatMap(({ conversation, changed_at }, i) => {
    const state = opened[i]
    return typeof state === 'string' ? [{ conversation, changedAt: changed_at, state }] : []
  })
}
