import type { Released } from '../db/released.ts'
import { type Picture, picture } from '../release/picture.ts'

/** A frozen batch as its trainer sees it. */
export interface ReleasedPicture extends Picture {
  /** The tick at which it was closed, as an ISO time. */
  closedAt: string
}

/** Which batch of a cohort. */
export interface BatchName {
  question: string
  closedAt: number
  wording: string
}

const batches = (released: Released, cohortId: string) =>
  released.selectFrom('released_batch').where('cohort_id', '=', cohortId).orderBy('closed_at').orderBy('wording_hash')

/** In an order that says nothing: by tick, then by the hash of the wording. */
export async function releasedPictures(released: Released, cohortId: string): Promise<Map<string, ReleasedPicture[]>> {
  const rows = await batches(released, cohortId).select(['question_id', 'closed_at', 'picture']).execute()
  const pictures = new Map<string, ReleasedPicture[]>()
  for (const row of rows)
    pictures.set(row.question_id, [...(pictures.get(row.question_id) ?? []), shown(row.closed_at, row.picture)])
  return pictures
}

/** Which batches of a cohort were released, in the same order. */
export async function releasedBatches(released: Released, cohortId: string): Promise<BatchName[]> {
  const rows = await batches(released, cohortId).select(['question_id', 'closed_at', 'wording_hash']).execute()
  return rows.map((row) => ({ question: row.question_id, closedAt: row.closed_at, wording: row.wording_hash }))
}

/** One of them; null where there is none. */
export async function releasedPicture(
  released: Released,
  cohortId: string,
  { question, closedAt, wording }: BatchName,
): Promise<ReleasedPicture | null> {
  const row = await batches(released, cohortId)
    .select(['closed_at', 'picture'])
    .where('question_id', '=', question)
    .where('closed_at', '=', closedAt)
    .where('wording_hash', '=', wording)
    .executeTakeFirst()
  return row ? shown(row.closed_at, row.picture) : null
}

const shown = (closedAt: number, kept: string): ReleasedPicture => ({
  closedAt: new Date(closedAt).toISOString(),
  ...picture.parse(JSON.parse(kept)),
})
