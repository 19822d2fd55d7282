import type { Db } from '../db/db.ts'
import { inChunks } from '../db/in-chunks.ts'

/** Those of these cards that no tick has taken away yet. */
export async function cardsStillThere(db: Db, ids: string[]): Promise<string[]> {
  const rows = await inChunks(ids, (chunk) =>
    db.read.selectFrom('card').select('id').where('id', 'in', chunk).execute(),
  )
  return rows.map((row) => row.id)
}
