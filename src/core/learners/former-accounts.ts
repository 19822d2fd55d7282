import type { Db } from '../db/db.ts'
import { inChunks } from '../db/in-chunks.ts'

interface Held {
  root_id: string
  kind: 'slack' | 'teams'
  subject: string
}

/** The proven accounts that each of these notebooks was linked to and isn't any more. */
export const formerAccountsOf = (db: Db, rootIds: string[]): Promise<Held[]> =>
  inChunks(rootIds, (chunk) =>
    db.read
      .selectFrom('former_account')
      .innerJoin('learner', 'learner.id', 'former_account.learner_id')
      .select(['learner.root_id', 'former_account.kind', 'former_account.subject'])
      .where('learner.root_id', 'in', chunk)
      .execute(),
  )

/** Everybody who has, or had, an account that one of these has or had, where it was unlinked at least once. */
export async function holdersOfFormer(db: Db, rootIds: string[]): Promise<string[]> {
  const unlinked = await inChunks(rootIds, (chunk) =>
    db.read
      .selectFrom('former_account')
      .innerJoin('identity', (join) =>
        join
          .onRef('identity.kind', '=', 'former_account.kind')
          .onRef('identity.subject', '=', 'former_account.subject'),
      )
      .innerJoin('learner', 'learner.id', 'identity.learner_id')
      .select(['former_account.kind', 'former_account.subject'])
      .where('learner.root_id', 'in', chunk)
      .where('identity.verified_at', 'is not', null)
      .execute(),
  )
  const accounts = [...unlinked, ...(await formerAccountsOf(db, rootIds))]
  const subjects = [...new Set(accounts.map(({ subject }) => subject))]
  const holders = await inChunks(subjects, (chunk) =>
    db.read
      .selectFrom('former_account')
      .innerJoin('learner', 'learner.id', 'former_account.learner_id')
      .select(['learner.root_id', 'former_account.kind', 'former_account.subject'])
      .where('former_account.subject', 'in', chunk)
      .execute(),
  )
  const owners = await inChunks(subjects, (chunk) =>
    db.read
      .selectFrom('identity')
      .innerJoin('learner', 'learner.id', 'identity.learner_id')
      .select(['learner.root_id', 'identity.kind', 'identity.subject'])
      .where('identity.kind', 'in', ['slack', 'teams'])
      .where('identity.subject', 'in', chunk)
      .where('identity.verified_at', 'is not', null)
      .execute(),
  )
  const wanted = new Set(accounts.map(keyOf))
  return [...holders, ...owners].filter((held) => wanted.has(keyOf(held))).map((held) => held.root_id)
}

const keyOf = ({ kind, subject }: { kind: string; subject: string }): string => `${kind}:${subject}`
