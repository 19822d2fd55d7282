import { whatWasSaid } from '../research/what-was-said.ts'
import { readTexts } from '../texts/approved-text.ts'
import type { World } from '../world.ts'
import { choicesOf } from './choices.ts'

/** A yes, or its taking back. */
export interface Agreed {
  kind: 'counted' | 'quoting' | 'model' | 'study' | 'text'
  /** The course or the study, by its name; null where there is none. */
  about: string | null
  /** What exactly was put to them; of a text, its words. Null for a study: its text stands with it. */
  words: string | null
  version: number | null
  given: boolean
  at: number
}

/**
 * Every yes of somebody and every taking back, oldest first: those of the ledger, and the texts that they approved, which
 * are kept with their times where they lie.
 */
export async function whatWasAgreed(world: World, rootId: string): Promise<Agreed[]> {
  const choices = (await choicesOf(world, rootId)).map((row) => ({
    kind: row.kind,
    about: row.kind === 'counted' ? row.name : null,
    words: row.words,
    version: row.version,
    given: row.given,
    at: row.at,
  }))
  const studies = (await whatWasSaid(world, rootId)).said.map(({ title, version, given, at }) => ({
    kind: 'study' as const,
    about: title,
    words: null,
    version,
    given,
    at,
  }))
  const texts = (await readTexts(world, [rootId])).flatMap(({ words, approvedAt, withdrawnAt }) => {
    const text = { kind: 'text' as const, about: null, words, version: null }
    const back = withdrawnAt === null ? [] : [{ ...text, given: false, at: withdrawnAt }]
    return [{ ...text, given: true, at: approvedAt }, ...back]
  })
  return [...choices, ...studies, ...texts].sort((a, b) => a.at - b.at || Number(b.given) - Number(a.given))
}
