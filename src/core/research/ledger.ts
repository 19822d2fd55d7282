import { type Row, readRows, type StudyEntry } from '../consents/ledger.ts'
import type { World } from '../world.ts'

/** What somebody said to a study, as a row of the ledger. */
export type Consent = Row<StudyEntry>

/** What these people, or everybody, ever said to studies: oldest first. */
export const readLedger = async (world: World, rootIds?: string[]): Promise<Consent[]> =>
  (await readRows(world, rootIds)).filter((row): row is Consent => 'study' in row)

/** Where each person stands with each study: the last they said, in whichever of their notebooks. By root and study. */
export const standing = (ledger: Consent[]): Map<string, Consent> =>
  new Map(ledger.map((consent) => [standingKey(consent.root, consent.study), consent]))
export const standingKey = (root: string, study: string): string => `${root} ${study}`
