import { randomInt } from 'node:crypto'
import { betterAuth } from 'better-auth/minimal'
import { emailOTP } from 'better-auth/plugins/email-otp'
import { newId, newSecret } from '../id.ts'
import type { World } from '../world.ts'
import { accountStore } from './account-store.ts'
import { CODE_DIGITS, CODE_MINUTES, CODE_TRIES } from './code-rules.ts'

const times = { createdAt: 'created_at', updatedAt: 'updated_at' }

/**
 * better-auth, set up to prove that somebody reads an address, for the learner who asks. Made anew for each proof: that
 * takes a millisecond. No route of its own is served, so its cookies and limits on routes go nowhere.
 */
export const openAuth = (world: World, learnerId: string) =>
  betterAuth({
    appName: 'Standpoint',
    baseURL: 'http://standpoint.invalid',
    secret: newSecret(),
    database: accountStore(world),
    telemetry: { enabled: false },
    rateLimit: { enabled: false },
    // Its messages may hold an address.
    logger: { log: (level) => world.log('account', { level }) },
    advanced: { database: { generateId: () => newId(world.clock.now()) } },
    user: { modelName: 'account_user', fields: { email: 'address', emailVerified: 'is_verified', ...times } },
    session: { modelName: 'account_session', fields: { userId: 'account_id', expiresAt: 'expires_at', ...times } },
    verification: {
      modelName: 'account_code',
      fields: { expiresAt: 'expires_at', ...times },
      // Nobody else's asking puts this learner's code out.
      storeIdentifier: { hash: async (identifier) => bound(learnerId, identifier) },
    },
    plugins: [
      emailOTP({
        expiresIn: CODE_MINUTES * 60,
        allowedAttempts: CODE_TRIES,
        generateOTP: () => bound(learnerId, String(randomInt(10 ** CODE_DIGITS)).padStart(CODE_DIGITS, '0')),
        // Sealed, not hashed: six digits are found again from any hash, and the key of the learner isn't in this database.
        storeOTP: {
          encrypt: async (otp) => bound(learnerId, await world.keys.seal(learnerId, codeOf(otp))),
          decrypt: async (stored) => {
            const [asker, sealed] = split(stored)
            return bound(asker, await world.keys.open(asker, sealed))
          },
        },
        // We send the letter ourselves, so that a letter that can't be sent is said.
        sendVerificationOTP: async () => {},
      }),
    ],
  })

/** A code, or what it is kept under, together with the learner who asked: it is nothing in anybody else's browser. */
export const bound = (learnerId: string, code: string): string => `${learnerId}.${code}`

const split = (otp: string): [string, string] => {
  const at = otp.indexOf('.')
  return [otp.slice(0, at), otp.slice(at + 1)]
}

export const codeOf = (otp: string): string => split(otp)[1]
