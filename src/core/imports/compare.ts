import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { StandardDefinition } from '../standards/standard-definition.ts'

type Clause = StandardDefinition['sections'][number]['groups'][number]['clauses'][number]

/** What a new version of a standard changes, clause by clause. Addresses stay; the words behind them may not. */
export interface Changes {
  same: number
  added: Clause[]
  removed: Clause[]
  reworded: { before: Clause; after: Clause }[]
  /** Words that are found under another id now, where the old id is gone or has other words. */
  moved: { text: string; from: string; to: string }[]
}

export const clausesOf = (definition: StandardDefinition): Clause[] =>
  definition.sections.flatMap((s) => s.groups.flatMap((g) => g.clauses))

export function compareStandards(before: StandardDefinition, after: StandardDefinition): Changes {
  const old = new Map(clausesOf(before).map((c) => [c.id, c]))
  const now = new Map(clausesOf(after).map((c) => [c.id, c]))
  const byText = new Map([...now.values()].map((c) => [c.text, c.id]))
  const changed = [...old.values()].filter((c) => now.get(c.id)?.text !== c.text)
  return {
    same: old.size - changed.length,
    added: [...now.values()].filter((c) => !old.has(c.id)),
    removed: changed.filter((c) => !now.has(c.id)),
    reworded: changed.flatMap((c) => {
      const clause = now.get(c.id)
      return clause ? [{ before: c, after: clause }] : []
    }),
    moved: changed.flatMap((c) => {
      const to = byText.get(c.text)
      return to ? [{ text: c.text, from: c.id, to }] : []
    }),
  }
}

/** Every line of the content that names one of these clauses, as `file:line`. */
export function findMentions(folder: string, uids: Set<string>): Map<string, string[]> {
  const mentions = new Map<string, string[]>()
  if (!uids.size) return mentions
  for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()) {
    if (!/\.(yaml|mdx)$/.test(file)) continue
    const path = join(folder, file)
    readFileSync(path, 'utf8')
      .split('\n')
      .forEach((line, i) => {
        for (const [uid] of line.matchAll(/\b[A-Z][A-Z0-9-]*:[A-Za-z]+\d*(?:\.\d+)*/g))
          if (uids.has(uid)) mentions.set(uid, [...(mentions.get(uid) ?? []), `${path}:${i + 1}`])
      })
  }
  return mentions
}
