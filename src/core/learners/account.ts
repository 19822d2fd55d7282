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

/** What better-auth calls the waiting code of an address. */
const identifierOf = (address: string): string => `sign-in-otp-${address}`

/** Makes the code of an address for the learner who asks. */
export async function makeCode(world: World, learnerId: string, address: string): Promise<string> {
  const { api, codeOf } = await openAuth(world, learnerId)
  return codeOf(await api.createVerificationOTP({ body: { email: address, type: 'sign-in' } }))
}

/** The statement that puts an address's earlier codes out. */
export const forgetCodes = (db: Db, address: string): Statement =>
  statement(db.draft.deleteFrom('account_code').where('identifier', '=', identifierOf(address)))

/** The address that the newest code of these learners went to, while it works; null when none does. */
export async function addressWaiting({ db, clock }: World, learnerIds: string[]): Promise<string | null> {
  const row = await db.read
    .selectFrom('account_code')
    .select('identifier')
    .where((eb) => eb.or(learnerIds.map((id) => eb('value', 'like', `${id}.%`))))
    .where('expires_at', '>', clock.now())
    .orderBy('created_at', 'desc')
    .executeTakeFirst()
  return row?.identifier.slice(identifierOf('').length) ?? null
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
    return { proven: false, triesLeft: await triesLeft(world.db, address) }
  }
}

async function triesLeft(db: Db, address: string): Promise<number> {
  const row = await db.read
    .selectFrom('account_code')
    .select('value')
    .where('identifier', '=', identifierOf(address))
    .executeTakeFirst()
  // better-auth keeps the tries behind the code.
  return row ? Math.max(0, CODE_TRIES - Number(row.value.split(':').at(-1))) : 0
}

/** The statements that forget these learners' accounts and codes. They go before the identities that they are found by. */
export function eraseAccounts(db: Db, learnerIds: string[]): Statement[] {
  const theirs = db.draft.selectFrom('identity').where('kind', '=', 'email').where('learner_id', 'in', learnerIds)
  return [
    statement(db.draft.deleteFrom('account_user').where('address', 'in', theirs.select('subject'))),
    statement(
      db.draft
        .deleteFrom('account_code')
        .where('identifier', 'in', theirs.select(sql<string>`${identifierOf('')} || subject`.as('identifier'))),
    ),
    ...learnerIds.map((id) => statement(db.draft.deleteFrom('account_code').where('value', 'like', `${id}.%`))),
    // The hash of the address stays for a day, so that erasing doesn't buy more codes.
    statement(db.draft.updateTable('code_request').set({ learner_id: null }).where('learner_id', 'in', learnerIds)),
  ]
}
