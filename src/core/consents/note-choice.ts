import type { Statement } from '../db/db.ts'
import { isRoot, rootOf } from '../learners/join-learners.ts'
import type { World } from '../world.ts'
import { choicesOf } from './choices.ts'
import { append, type ChoiceEntry, nextNumber } from './ledger.ts'
import { type Choosable, countedWords, wordsOf } from './words.ts'

type About = { kind: Choosable } | { kind: 'counted'; cohort: string; name: string; channelSees: boolean }

/**
 * The statements that note a yes, or its taking back, in the ledger; none where the last said is the same. They belong in
 * the unit that does what was said. The unit fails where something else was said meanwhile, and is to be made again.
 */
export async function noteChoice(world: World, learnerId: string, about: About, given: boolean): Promise<Statement[]> {
  // Their notebook may have been joined to another since the request began.
  const rootId = (await rootOf(world.db, learnerId)) ?? learnerId
  const before = (await choicesOf(world, rootId)).findLast((row) => isAbout(row, about))
  // A no where there was never a yes is said, but for a course: nobody was counted who never agreed to be.
  if (before ? before.given === given : about.kind === 'counted' && !given) return []
  const words =
    about.kind === 'counted' ? countedWords(about.channelSees) : wordsOf(about.kind, world.model?.host ?? null)
  const at = Math.max(world.clock.now(), (before?.at ?? 0) + 1)
  const number = await nextNumber(world.db, rootId)
  const said = about.kind === 'counted' ? { kind: about.kind, cohort: about.cohort, name: about.name } : about
  return [isRoot(world.db, rootId), await append(world, rootId, number, { ...said, ...words, given, at })]
}

const isAbout = (row: ChoiceEntry, about: About): boolean =>
  row.kind === about.kind && (row.kind !== 'counted' || about.kind !== 'counted' || row.cohort === about.cohort)
