import type { StandardDefinition } from '../standards/standard-definition.ts'
import { clausesOf } from './compare.ts'
import type { RepairsFile } from './repairs-file.ts'

const OURS = ['short', 'name', 'about', 'credit', 'aliases'] as const

/**
 * A new version keeps what people wrote about the standard that is there: its names, and where Get help is offered. How
 * it stands is kept only while the document says the same of itself.
 */
export function keepHead(made: StandardDefinition, there: StandardDefinition, given: RepairsFile): StandardDefinition {
  const details = (s: StandardDefinition) =>
    clausesOf(s)
      .filter((c) => c.id.startsWith('Details'))
      .map((c) => c.text)
      .join('\n')
  const kept = details(made) === details(there) ? ([...OURS, 'status', 'statusNote', 'facts'] as const) : OURS
  const help = new Set(
    there.sections.flatMap((s) => s.groups.flatMap((g) => (g.offerHelp && g.heading ? [g.heading] : []))),
  )
  const ids = new Set(clausesOf(made).map((c) => c.id))
  const head = Object.fromEntries(kept.filter((key) => given[key] === undefined).map((key) => [key, there[key]]))
  const all = { ...made, ...head }
  return {
    ...all,
    facts: Object.fromEntries(
      Object.entries(all.facts)
        .map(([fact, of]) => [fact, of.filter((id) => ids.has(id))])
        .filter(([, of]) => of?.length),
    ),
    sections: made.sections.map((s) => ({
      ...s,
      groups: s.groups.map((g) => ({ ...g, offerHelp: g.heading !== undefined && help.has(g.heading) })),
    })),
  }
}
