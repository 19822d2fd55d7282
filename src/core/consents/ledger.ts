import { z } from 'zod'
import type { Db, Statement } from '../db/db.ts'
import { statement } from '../db/db.ts'
import { inChunks } from '../db/in-chunks.ts'
import { openIfKept } from '../privacy/keys.ts'
import type { World } from '../world.ts'

const given = { given: z.boolean(), at: z.number() }
/** `version` and `words`: what exactly was put to them when they said it. */
const said = { version: z.number(), words: z.string(), ...given }

const entry = z.union([
  /** A study's, `text` naming the text that was agreed to. */
  z.strictObject({ study: z.string(), version: z.number(), text: z.string(), ...given }),
  z.strictObject({ kind: z.enum(['quoting', 'model']), ...said }),
  /** On a course, by its name at the time. */
  z.strictObject({ kind: z.literal('counted'), cohort: z.string(), name: z.string(), ...said }),
])
export type Entry = z.infer<typeof entry>
export type StudyEntry = Extract<Entry, { study: string }>
export type ChoiceEntry = Exclude<Entry, StudyEntry>

/** A row of the ledger, opened. */
export type Row<E extends Entry = Entry> = E & { root: string; learnerId: string; number: number }

/** The ledger of these people, or of everybody: oldest first, what was taken back last among the same moment’s. */
export async function readRows(world: World, rootIds?: string[]): Promise<Row[]> {
  const all = world.db.read
    .selectFrom('consent')
    .innerJoin('learner', 'learner.id', 'consent.learner_id')
    .select(['learner.root_id', 'consent.learner_id', 'consent.number', 'consent.sealed'])
    .orderBy('consent.learner_id')
    .orderBy('consent.number')
  const rows = rootIds
    ? await inChunks(rootIds, (chunk) => all.where('learner.root_id', 'in', chunk).execute())
    : await all.execute()
  const found: Row[] = []
  for (const row of rows) {
    const text = await openIfKept(world.keys, row.learner_id, row.sealed)
    if (text === null) continue
    found.push({ ...entry.parse(JSON.parse(text)), root: row.root_id, learnerId: row.learner_id, number: row.number })
  }
  return found.sort((a, b) => a.at - b.at || Number(b.given) - Number(a.given))
}

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

/** How many rows the ledger has, as a query: whoever depends on it can see whether something was added meanwhile. */
export const ledgerLength = (db: Pick<Db['read'], 'selectFrom'>) =>
  db.selectFrom('consent').select((q) => q.fn.countAll<number>().as('rows'))
