import type { Actor } from '#core/actor.ts'
import type { Core } from '#core/app.ts'
import type { EvidenceRow } from '#core/evidence/evidence-row.ts'

/** What somebody has for a clause; null where nothing is collected for it. */
export const evidenceRow = async (core: Core, actor: Actor, clause: string): Promise<EvidenceRow | null> =>
  (await core.evidenceForClause(actor, { clause })).row
