import { z } from 'zod'
import type { Db, Statement } from '../db/db.ts'
import { statement } from '../db/db.ts'
import { inChunks } from '../db/in-chunks.ts'
import { openIfKept } from '../privacy/keys.ts'
import type { World } from '../world.ts'

const entry = z.strictObject({
  study: z.string(),
  version: z.number(),
  /** Names the text that was agreed to. */
  text: z.string(),
  given: z.boolean(),
  at: z.number(),
})
export type Entry = z.infer<typeof entry>
/** A row of the ledger, opened. */
export interface Consent extends Entry {
  root: string
  learnerId: string
  number: number
}

/** The ledger of these people, or of everybody: oldest first, what was taken back last among the same moment’s. */
export async function readLedger(world: World, rootIds?: string[]): Promise<Consent[]> {
  const all = world.db.read
    .selectFrom('consent')
    .innerJoin('learner', 'learner.id', 'consent.learner_id')
    .select(['learner.root_id', 'consent.learner_id', 'consent.number', 'consent.sealed'])
    .orderBy('consent.learner_id')
    .orderBy('consent.number')
  const rows = rootIds
    ? await inChunks(rootIds, (chunk) => all.where('learner.root_id', 'in', chunk).execute())
    : await all.execute()
  const found: Consent[] = []
  for (const row of rows) {
    const text = await openIfKept(world.keys, row.learner_id, row.sealed)
    if (text === null) continue
    const opened = entry.parse(JSON.parse(text))
    found.push({ ...opened, root: row.root_id, learnerId: row.learner_id, number: row.number })
  }
  return found.sort((a, b) => a.at - b.at || Number(b.given) - Number(a.given))
}

/** Where each person stands with each study: the last they said, in whichever of their notebooks. By root and study. */
export const standing = (ledger: Consent[]): Map<string, Consent> =>
  new Map(ledger.map((consent) => [standingKey(consent.root, consent.study), consent]))
export const standingKey = (root: string, study: string): string => `${root} ${study}`

/** Adds a row under a number that is still free; the unit fails where somebody else took it. */
export async function append(world: World, learnerId: string, number: number, content: Entry): Promise<Statement> {
  const sealed = await world.keys.seal(learnerId, JSON.stringify(content))
  const insert = world.db.draft.insertInto('consent').values({ learner_id: learnerId, number, sealed })
  return statement(
    insert.onConflict((c) => c.doNothing()),
    1,
  )
}

/** The number of this learner's next row. */
export async function nextNumber({ read }: Db, learnerId: string): Promise<number> {
  const row = await read
    .selectFrom('consent')
    .select((q) => q.fn.max('number').as('newest'))
    .where('learner_id', '=', learnerId)
    .executeTakeFirst()
  return (row?.newest ?? 0) + 1
}
