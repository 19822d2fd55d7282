import { inChunks } from '../db/in-chunks.ts'
import { samePeople } from '../learners/same-people.ts'
import { verifiedLearners } from '../learners/verified.ts'
import { openIfKept } from '../privacy/keys.ts'
import type { World } from '../world.ts'
import type { Background } from './background.ts'
import { type Consent, readLedger, standing } from './ledger.ts'
import type { Study } from './study.ts'

/** A person who takes part in a study: a learner, or several that a proof shows to be one. */
export interface Participant {
  /** Those of their notebooks that ever had to do with a study, this or another. */
  roots: string[]
  /** Those that said yes. */
  willing: string[]
  background: Background
}

/**
 * The people whose answers a study may count: they have shown who they are, they said yes to exactly this text by the
 * cutoff, and have not taken it back, in this notebook or another of theirs.
 */
export async function whoTakesPart(world: World, study: Study, cutoff: number): Promise<Participant[]> {
  const ledger = await readLedger(world)
  const ofStudy = standing(ledger.filter((consent) => consent.study === study.id))
  const stands = new Map([...ofStudy.values()].map((consent) => [consent.root, consent]))
  const proofs = await verifiedLearners(world.db, [...new Set(ledger.map((consent) => consent.root))])
  const told = await backgrounds(world, [...stands.values()])
  const isYes = (root: string) => {
    const consent = stands.get(root)
    return consent?.given === true && consent.text === study.hash && consent.at < cutoff
  }
  return samePeople(proofs).flatMap((roots) => {
    const willing = roots.filter(isYes)
    const [first] = willing
    if (first === undefined || roots.some((root) => stands.get(root)?.given === false)) return []
    return [{ roots, willing, background: told.get(first) ?? {} }]
  })
}

/** What people told with the yes that stands, by root. */
async function backgrounds(world: World, consents: Consent[]): Promise<Map<string, Background>> {
  const byLearner = new Map(consents.map((consent) => [consent.learnerId, consent]))
  const rows = await inChunks([...byLearner.keys()], (chunk) =>
    world.db.read.selectFrom('background').selectAll().where('learner_id', 'in', chunk).execute(),
  )
  const found = new Map<string, Background>()
  for (const row of rows) {
    const consent = byLearner.get(row.learner_id)
    if (consent?.number !== row.number) continue
    const text = await openIfKept(world.keys, row.learner_id, row.sealed)
    if (text !== null) found.set(consent.root, JSON.parse(text))
  }
  return found
}
