import { sql } from 'kysely'
import { type Db, type Statement, statement } from '../db/db.ts'
import type { World } from '../world.ts'
import { CODE_TRIES } from './code-rules.ts'

/**
 * Proves with better-auth that somebody reads an e-mail address. This file and the two beside it, which better-auth
 * comes with, are the only ones that touch its tables. It is loaded at the first proof: no page needs it.
 */
const openAuth = async (world: World, learnerId: string) => {
  const auth = await import('./account-auth.ts')
  return { api: auth.openAuth(world, learnerId).api, bound: auth.bound, codeOf: auth.codeOf }
}

/** What better-auth calls the waiting code of an address, and the learner who asked for it. */
const FOR = '.sign-in-otp-'
/** Characters of a learner's id, which is a UUID. */
const ID_LENGTH = 36
/** Milliseconds, and far longer than a sign-in takes from the proof to who it is. */
const PROVING = 3_600_000
const identifierOf = (learnerId: string, address: string): string => `${learnerId}${FOR}${address}`

/** Makes the code of an address for the learner who asks. */
export async function makeCode(world: World, learnerId: string, address: string): Promise<string> {
  const { api, codeOf } = await openAuth(world, learnerId)
  return codeOf(await api.createVerificationOTP({ body: { email: address, type: 'sign-in' } }))
}

/** The statement that puts out the codes to an address that one person's learners asked for. */
export const forgetCodes = (db: Db, learnerIds: string[], address: string): Statement =>
  statement(db.draft.deleteFrom('account_code').where('identifier', 'in', identifiersOf(learnerIds, address)))

const identifiersOf = (learnerIds: string[], address: string) => learnerIds.map((id) => identifierOf(id, address))

/** The newest code that waits for one of these learners, to this address or to any: who asked for it, and where it went. */
export async function codeWaiting(
  { db, clock }: World,
  learnerIds: string[],
  address?: string,
): Promise<{ asker: string; address: string } | null> {
  const row = await db.read
    .selectFrom('account_code')
    .select('identifier')
    .where((eb) =>
      address === undefined
        ? eb.or(learnerIds.map((id) => eb('identifier', 'like', `${identifierOf(id, '')}%`)))
        : eb('identifier', 'in', identifiersOf(learnerIds, address)),
    )
    .where('expires_at', '>', clock.now())
    .orderBy('created_at', 'desc')
    .executeTakeFirst()
  return row
    ? { asker: row.identifier.slice(0, ID_LENGTH), address: row.identifier.slice(ID_LENGTH + FOR.length) }
    : null
}

/**
 * The statements that forget what no sign-in needs any more: codes that are too old or whose asker was erased while they
 * were made, and accounts that were proven while their owner was erased.
 */
export function forgetLeftOver({ db, clock }: World): Statement[] {
  const now = clock.now()
  const learners = db.draft.selectFrom('learner').select('id')
  const proven = db.draft.selectFrom('identity').select('subject').where('kind', '=', 'email')
  return [
    statement(db.draft.deleteFrom('account_code').where('expires_at', '<', now)),
    statement(
      db.draft.deleteFrom('account_code').where(sql<string>`substr(identifier, 1, ${ID_LENGTH})`, 'not in', learners),
    ),
    statement(
      db.draft
        .deleteFrom('account_user')
        .where('address', 'not in', proven)
        .where('updated_at', '<', now - PROVING),
    ),
  ]
}

/** Whether the address is proven; if not, how many more tries this code has: none when there is no such code. */
export type Proof = { proven: true } | { proven: false; triesLeft: number }

/** Takes the code that somebody typed. A right one is used up; a wrong one costs a try. */
export async function proveAddress(world: World, learnerId: string, address: string, code: string): Promise<Proof> {
  const { api, bound } = await openAuth(world, learnerId)
  try {
    const { user } = await api.signInEmailOTP({ body: { email: address, otp: bound(learnerId, code) } })
    // Browsers are remembered by rows of our own; better-auth's session was never handed to anybody.
    await world.db.write([statement(world.db.draft.deleteFrom('account_session').where('account_id', '=', user.id))])
    return { proven: true }
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'APIError') throw error
    return { proven: false, triesLeft: await triesLeft(world.db, learnerId, address) }
  }
}

async function triesLeft(db: Db, learnerId: string, address: string): Promise<number> {
  const row = await db.read
    .selectFrom('account_code')
    .select('value')
    .where('identifier', '=', identifierOf(learnerId, address))
    .executeTakeFirst()
  // better-auth keeps the tries behind the code.
  return row ? Math.max(0, CODE_TRIES - Number(row.value.split(':').at(-1))) : 0
}

/** The statements that forget these learners' accounts and codes. They go before the identities that they are found by. */
export function eraseAccounts(db: Db, learnerIds: string[]): Statement[] {
  const theirs = db.draft.selectFrom('identity').where('kind', '=', 'email').where('learner_id', 'in', learnerIds)
  return [
    statement(db.draft.deleteFrom('account_user').where('address', 'in', theirs.select('subject'))),
    // Whoever asked for them: the address is in what they are kept under.
    statement(
      db.draft
        .deleteFrom('account_code')
        .where(sql`substr(identifier, ${ID_LENGTH + 1})`, 'in', theirs.select(sql`${FOR} || subject`.as('kept_under'))),
    ),
    ...learnerIds.map((id) =>
      statement(db.draft.deleteFrom('account_code').where('identifier', 'like', `${identifierOf(id, '')}%`)),
    ),
  ]
}
