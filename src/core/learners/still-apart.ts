import { type Db, type Statement, statement } from '../db/db.ts'
import { chunksOf } from '../db/in-chunks.ts'

/** Statements for a unit about these people: it only stands if none was erased or joined to somebody meanwhile. */
export const stillApart = (db: Db, rootIds: string[]): Statement[] =>
  chunksOf(rootIds.toSorted()).map((chunk) => {
    const same = db.draft.updateTable('learner').set(({ ref }) => ({ root_id: ref('root_id') }))
    return statement(same.where('id', 'in', chunk).whereRef('root_id', '=', 'id'), chunk.length)
  })
