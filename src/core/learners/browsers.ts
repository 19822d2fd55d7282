import type { Db } from '../db/db.ts'
import { hashSecret } from '../id.ts'

/** A browser that holds a notebook. What kind of browser it is isn't kept, so only times tell them apart. */
export interface Browser {
  /** Stands for it in a form. */
  name: string
  /** When the notebook was opened in it. */
  since: number
  /** On a computer that others use too. */
  shared: boolean
  /** The one that asks. */
  here: boolean
}

/** The browsers that hold a learner's notebook, the one that asks first, then the newest. */
export async function browsersOf(db: Db, now: number, rootId: string, secret: string | null): Promise<Browser[]> {
  const rows = await db.read
    .selectFrom('device')
    .innerJoin('learner', 'learner.id', 'device.learner_id')
    .select(['device.id', 'device.started_at', 'device.shared', 'device.secret_hash'])
    .where('learner.root_id', '=', rootId)
    .where('device.expires_at', '>', now)
    .orderBy('device.started_at', 'desc')
    .execute()
  const asks = hashSecret(secret ?? '')
  return rows
    .map((row) => ({
      name: nameOf(row.id),
      since: row.started_at,
      shared: row.shared === 1,
      here: row.secret_hash === asks,
    }))
    .sort((a, b) => Number(b.here) - Number(a.here))
}

/** The ids of a learner's browsers that go by this name: one, or none when it isn't theirs. */
export async function findBrowser(db: Db, rootId: string, name: string): Promise<string[]> {
  const rows = await db.read
    .selectFrom('device')
    .innerJoin('learner', 'learner.id', 'device.learner_id')
    .select('device.id')
    .where('learner.root_id', '=', rootId)
    .execute()
  return rows.map(({ id }) => id).filter((id) => nameOf(id) === name)
}

/** Ids aren't shown. */
const nameOf = (id: string): string => hashSecret(id).slice(0, 16)
