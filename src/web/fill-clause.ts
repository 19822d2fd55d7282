import type { Actor } from '#core/actor.ts'
import type { Core } from '#core/app.ts'
import { clauseEvidence } from '../components/evidence/clause-evidence.ts'
import { splice, type Template } from './splice.ts'

/** A clause's page with this person's own evidence in its place. */
export async function fillClause(core: Core, actor: Actor, template: Template, clause: string): Promise<string> {
  const mine = clauseEvidence(await core.evidenceForClause(actor, { clause }), core.clock.now())
  return splice(template, ({ name }) => (name === 'evidence' ? mine : null))
}
