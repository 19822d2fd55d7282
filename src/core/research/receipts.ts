import { z } from 'zod'
import { type Statement, statement } from '../db/db.ts'
import { chunksOf, inChunks } from '../db/in-chunks.ts'
import { openIfKept } from '../privacy/keys.ts'
import type { World } from '../world.ts'

const receipt = z.strictObject({
  study: z.string(),
  version: z.number(),
  quarter: z.string(),
  /** The questions of which their answer was counted. */
  questions: z.array(z.string()),
})
export type StudyReceipt = z.infer<typeof receipt>

/** The name that an export’s folder and its files begin with. Nothing finer than the quarter is in it. */
export const fileName = ({ study, version, quarter }: Pick<StudyReceipt, 'study' | 'version' | 'quarter'>): string =>
  `${study}-v${version}-${quarter}`

/** Every receipt of these people, or of everybody, by root. Only the person’s own key opens one. */
export async function readStudyReceipts(world: World, rootIds: string[]): Promise<Map<string, StudyReceipt[]>> {
  const rows = await inChunks(rootIds, (chunk) =>
    world.db.read
      .selectFrom('study_receipt')
      .innerJoin('learner', 'learner.id', 'study_receipt.learner_id')
      .where('learner.root_id', 'in', chunk)
      .select(['learner.root_id', 'study_receipt.learner_id', 'study_receipt.sealed'])
      .orderBy('study_receipt.learner_id')
      .orderBy('study_receipt.number')
      .execute(),
  )
  const found = new Map<string, StudyReceipt[]>()
  for (const row of rows) {
    const text = await openIfKept(world.keys, row.learner_id, row.sealed)
    if (text === null) continue
    found.set(row.root_id, [...(found.get(row.root_id) ?? []), receipt.parse(JSON.parse(text))])
  }
  return found
}

/** The names of the files that hold counts with this person in them, of one study or of all. */
export async function filesHolding(world: World, rootId: string, study?: string): Promise<string[]> {
  const mine = (await readStudyReceipts(world, [rootId])).get(rootId) ?? []
  const names = mine.filter((r) => study === undefined || r.study === study).map((r) => `${fileName(r)}-counts.csv`)
  return [...new Set(names)].sort()
}

/** The statements that give each of these people a receipt. */
export async function giveReceipts(world: World, of: Map<string, StudyReceipt>): Promise<Statement[]> {
  const roots = [...of.keys()]
  const newest = await inChunks(roots, (chunk) =>
    world.db.read
      .selectFrom('study_receipt')
      .select((q) => ['learner_id' as const, q.fn.max('number').as('newest')])
      .where('learner_id', 'in', chunk)
      .groupBy('learner_id')
      .execute(),
  )
  const number = new Map(newest.map((row) => [row.learner_id, row.newest + 1]))
  const rows = await Promise.all(
    [...of].map(async ([root, content]) => ({
      learner_id: root,
      number: number.get(root) ?? 1,
      sealed: await world.keys.seal(root, JSON.stringify(content)),
    })),
  )
  return chunksOf(rows).map((chunk) => {
    const insert = world.db.draft.insertInto('study_receipt').values(chunk)
    return statement(
      insert.onConflict((c) => c.doNothing()),
      chunk.length,
    )
  })
}
