import { type Db, type Statement, statement } from '../db/db.ts'
import { learnersOfRoot } from './join-learners.ts'

/** The statement that ends every code and link of a person that waits to be used. */
export const endOffers = (db: Db, rootId: string): Statement =>
  statement(db.draft.deleteFrom('link_offer').where('learner_id', 'in', learnersOfRoot(db, rootId)))

/** The statements that close a notebook in every browser, and to every code and link that was made for it. */
export const closeElsewhere = (db: Db, rootId: string): Statement[] => [
  statement(db.draft.deleteFrom('device').where('learner_id', 'in', learnersOfRoot(db, rootId))),
  endOffers(db, rootId),
]
