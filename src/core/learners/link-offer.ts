import { type Db, type Statement, statement } from '../db/db.ts'
import { hashSecret } from '../id.ts'
import type { World } from '../world.ts'
import { LINK_MINUTES, type Linkable } from './link-rules.ts'
import type { LinkOfferTable } from './table.ts'

/** A code or link that works, and whose notebook it is for now. */
export type LinkOffer = LinkOfferTable & { root_id: string }

/** Offers a notebook to whoever brings this secret, once. An earlier offer of the same way works no more. */
export async function offerNotebook(
  { db, clock }: World,
  learnerId: string,
  secret: string,
  account: Linkable | null,
): Promise<void> {
  const now = clock.now()
  const row = { hash: hashOf(secret), learner_id: learnerId, expires_at: now + LINK_MINUTES * 60_000 }
  const mine = db.draft.deleteFrom('link_offer').where('learner_id', '=', learnerId)
  await db.write([
    statement(db.draft.deleteFrom('link_offer').where('expires_at', '<=', now)),
    statement(mine.where('kind', account ? 'is not' : 'is', null)),
    statement(
      db.draft
        .insertInto('link_offer')
        .values({ ...row, kind: account?.kind ?? null, subject: account?.subject ?? null }),
      1,
    ),
  ])
}

/** The offer behind a secret: a link's where `linked`, a code's where not. Looking uses nothing up. */
export async function findOffer({ db, clock }: World, secret: string, linked: boolean): Promise<LinkOffer | null> {
  const row = await db.read
    .selectFrom('link_offer')
    .innerJoin('learner', 'learner.id', 'link_offer.learner_id')
    .selectAll('link_offer')
    .select('learner.root_id')
    .where('link_offer.hash', '=', hashOf(secret))
    .where('link_offer.kind', linked ? 'is not' : 'is', null)
    .where('link_offer.expires_at', '>', clock.now())
    .executeTakeFirst()
  return row ?? null
}

/** The statement that uses an offer up; the unit fails where somebody else has. */
export const useOffer = (db: Db, { hash }: LinkOffer): Statement =>
  statement(db.draft.deleteFrom('link_offer').where('hash', '=', hash), 1)

const hashOf = (secret: string): string => hashSecret(`link ${secret}`)
