import type { Db } from '../db/db.ts'
import { hashSecret } from '../id.ts'
import type { Identity } from './identity.ts'
import type { Linkable } from './link-rules.ts'

/** An account elsewhere from which a notebook can be written to. Who that is there isn't shown: workspaces' ids mean nothing. */
export interface Account {
  /** Stands for it in a form. */
  name: string
  kind: Linkable['kind']
  /** When it was linked, or when the notebook began with it. */
  since: number
  /** The notebook began with it. */
  began: boolean
}

/** The accounts elsewhere that a learner's notebook is linked to, oldest first. */
export const accountsOf = async (db: Db, rootId: string): Promise<Account[]> =>
  (await rowsOf(db, rootId))
    .map(({ kind, subject, linked_at, verified_at, started_at }) => ({
      name: nameOf({ kind, subject }),
      kind: kind as Linkable['kind'],
      since: linked_at ?? verified_at ?? started_at,
      began: linked_at === null,
    }))
    .sort((a, b) => a.since - b.since)

/** The account of a learner's that goes by this name; null when there is none. */
export async function findAccount(db: Db, rootId: string, name: string): Promise<Linkable | null> {
  return (await identitiesOf(db, rootId)).find((account) => nameOf(account) === name) ?? null
}

/** Whom a learner is in Slack and in Teams. */
export const identitiesOf = async (db: Db, rootId: string): Promise<Linkable[]> =>
  (await rowsOf(db, rootId)).map(({ kind, subject }) => ({ kind: kind as Linkable['kind'], subject }))

const rowsOf = (db: Db, rootId: string) =>
  db.read
    .selectFrom('identity')
    .innerJoin('learner', 'learner.id', 'identity.learner_id')
    .select(['identity.kind', 'identity.subject', 'identity.linked_at', 'identity.verified_at', 'learner.started_at'])
    .where('learner.root_id', '=', rootId)
    .where('identity.kind', 'in', ['slack', 'teams'])
    .execute()

const nameOf = ({ kind, subject }: Identity): string => hashSecret(`account ${kind}:${subject}`).slice(0, 16)
