import { notFound } from '../errors.ts'
import { hashSecret } from '../id.ts'
import type { World } from '../world.ts'
import type { CohortTable } from './table.ts'

/** The cohort that an invitation is for. One that was used, has run out or never was looks the same. */
export async function invitedTo({ db, clock }: World, secret: string): Promise<CohortTable> {
  const cohort = await db.read
    .selectFrom('cohort')
    .innerJoin('invitation', 'invitation.cohort_id', 'cohort.id')
    .where('secret_hash', '=', hashSecret(secret))
    .where('expires_at', '>', clock.now())
    .where('archived_at', 'is', null)
    .selectAll('cohort')
    .executeTakeFirst()
  if (!cohort) throw notFound('that invitation. It works once, and for seven days')
  return cohort
}
