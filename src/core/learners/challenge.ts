import { statement } from '../db/db.ts'
import { hashSecret, newSecret } from '../id.ts'
import type { World } from '../world.ts'

/** How long somebody may look for their finger or their key. */
const MINUTES = 5

/** A challenge for a browser to answer: by whom it may be, or by anybody where that is null. */
export async function newChallenge({ db, clock }: World, learnerId: string | null): Promise<string> {
  const now = clock.now()
  const challenge = newSecret()
  const row = { hash: hashSecret(challenge), learner_id: learnerId, expires_at: now + MINUTES * 60_000 }
  await db.write([
    statement(db.draft.deleteFrom('challenge').where('expires_at', '<', now)),
    statement(db.draft.insertInto('challenge').values(row), 1),
  ])
  return challenge
}

/** Whether this challenge waits for them. It is used up, so that an answer that somebody overheard is worth nothing. */
export async function useChallenge(
  { db, clock }: World,
  learnerId: string | null,
  challenge: string,
): Promise<boolean> {
  const used = db.draft
    .deleteFrom('challenge')
    .where('hash', '=', hashSecret(challenge))
    .where('learner_id', learnerId === null ? 'is' : '=', learnerId)
    .where('expires_at', '>', clock.now())
  return (await db.write([statement(used, 1)])).committed
}
