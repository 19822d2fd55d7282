import { type Db, type Statement, statement } from '../db/db.ts'
import { eraseAccounts } from './account.ts'
import { learnersOf } from './erase-learner.ts'
import { monthEnd } from './use.ts'

/** A notebook that nobody has used for long. */
export interface Unused {
  rootId: string
  usedUntil: number
  warnedAt: number | null
  /** Proven e-mail addresses. */
  addresses: string[]
  /** There is another way into it, where no letter goes: Slack, Teams, an organisation, a passkey. */
  elsewhere: boolean
}

/** Notebooks that were last used in a month that had ended by then, longest unused first. Several that were joined are one. */
export async function unusedSince(db: Db, usedUntil: number, most: number): Promise<Unused[]> {
  const rows = await db.read
    .selectFrom('learner')
    .innerJoin('learner as root', 'root.id', 'learner.root_id')
    .select(['root.id', 'root.warned_at'])
    .select((q) => q.fn.max('learner.used_until').as('used'))
    .groupBy(['root.id', 'root.warned_at'])
    .having((q) => q.fn.max('learner.used_until'), '<=', usedUntil)
    .orderBy('used')
    .orderBy('root.id')
    .limit(most)
    .execute()
  const roots = rows.map((row) => row.id)
  const identities = roots.length
    ? await db.read
        .selectFrom('identity')
        .innerJoin('learner', 'learner.id', 'identity.learner_id')
        .select(['learner.root_id', 'identity.kind', 'identity.subject'])
        .where('learner.root_id', 'in', roots)
        .orderBy('identity.subject')
        .execute()
    : []
  const passkeys = roots.length
    ? await db.read
        .selectFrom('passkey')
        .innerJoin('learner', 'learner.id', 'passkey.learner_id')
        .select('learner.root_id')
        .where('learner.root_id', 'in', roots)
        .execute()
    : []
  return rows.map(({ id, used, warned_at }) => {
    const mine = identities.filter((identity) => identity.root_id === id)
    return {
      rootId: id,
      usedUntil: used ?? 0,
      warnedAt: warned_at,
      addresses: mine.filter(({ kind }) => kind === 'email').map(({ subject }) => subject),
      elsewhere: mine.some(({ kind }) => kind !== 'email') || passkeys.some(({ root_id }) => root_id === id),
    }
  })
}

/** Where nothing is known of the last use, it is taken to be now. */
export async function beginCounting(db: Db, now: number): Promise<void> {
  const unknown = db.read.selectFrom('learner').select('id').where('used_until', 'is', null).limit(1)
  if ((await unknown.execute()).length === 0) return
  const begin = db.draft.updateTable('learner').set({ used_until: monthEnd(now) })
  await db.write([statement(begin.where('used_until', 'is', null))])
}

/** Notes that its owner was written to, unless they have come back meanwhile. */
export const noteWarning = async (db: Db, { rootId, usedUntil }: Unused, now: number): Promise<void> => {
  const warn = db.draft.updateTable('learner').set({ warned_at: now })
  await db.write([statement(warn.where('id', '=', rootId).where('used_until', '<=', usedUntil))])
}

/**
 * Takes every way into a notebook away, unless it was used since it was looked at: false then. From here on nobody can
 * open it, so it can be erased with nobody in it; if the program ends before that, it is found again without an owner.
 */
export async function shutUnused(db: Db, { rootId, usedUntil, warnedAt }: Unused): Promise<boolean> {
  const ids = await learnersOf(db, rootId)
  const still = db.draft.updateTable('learner').set(({ ref }) => ({ used_until: ref('used_until') }))
  const unit: Statement[] = [
    statement(still.where('root_id', '=', rootId).where('used_until', '<=', usedUntil), ids.length),
    statement(still.where('id', '=', rootId).where('warned_at', warnedAt === null ? 'is' : '=', warnedAt), 1),
    ...eraseAccounts(db, ids),
    statement(db.draft.deleteFrom('device').where('learner_id', 'in', ids)),
    statement(db.draft.deleteFrom('passkey').where('learner_id', 'in', ids)),
    statement(db.draft.deleteFrom('identity').where('learner_id', 'in', ids)),
  ]
  return (await db.write(unit)).committed
}
