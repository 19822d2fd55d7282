import type { World } from '../world.ts'
import { type ChoiceEntry, type Row, readRows } from './ledger.ts'
import type { Choosable } from './words.ts'

/** Everything that somebody chose here, beside studies and texts, oldest first. */
export const choicesOf = async (world: World, rootId: string): Promise<Row<ChoiceEntry>[]> =>
  (await readRows(world, [rootId])).filter((row): row is Row<ChoiceEntry> => 'kind' in row)

/** What somebody last said, in whichever of their notebooks; null where nobody has asked them yet. */
export async function lastSaid(world: World, rootId: string, what: Choosable): Promise<boolean | null> {
  return (await choicesOf(world, rootId)).findLast((row) => row.kind === what)?.given ?? null
}

/**
 * Whether the companion may repeat an answer in chat: everyday ones, personal ones only of somebody who said so, and
 * private ones never. It does so in private only; that is for whoever speaks.
 */
export async function mayQuote(world: World, rootId: string, sensitivities: string[]): Promise<Set<string>> {
  const personal = sensitivities.includes('S1') && (await lastSaid(world, rootId, 'quoting')) === true
  return new Set(personal ? ['S0', 'S1'] : ['S0'])
}
