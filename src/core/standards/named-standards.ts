import type { Standards } from './load-standards.ts'
import type { Standard } from './standard.ts'

interface Mention {
  standard: Standard
  from: number
  to: number
}

// The names of a standard are turned into expressions once.
const compiled = new WeakMap<Standard, RegExp[]>()

function patternsOf(standard: Standard): RegExp[] {
  const known =
    compiled.get(standard) ??
    standard.aliases.map((alias) => {
      const words = alias.split(' ').map(RegExp.escape).join('[^a-z0-9&-]+')
      return new RegExp(`(?<![a-z0-9&-])${words}(?![a-z0-9&-])`, 'g')
    })
  compiled.set(standard, known)
  return known
}

/** Where a question names which standard, by id or by another of its names. Of names within names, the longest. */
export function mentionsOf(standards: Standards, text: string): Mention[] {
  const lower = text.toLowerCase()
  const all = standards.list.flatMap((standard) =>
    patternsOf(standard).flatMap((pattern) =>
      [...lower.matchAll(pattern)].map((m) => ({ standard, from: m.index, to: m.index + m[0].length })),
    ),
  )
  return all
    .filter((m) => !all.some((o) => o.from <= m.from && o.to >= m.to && o.to - o.from > m.to - m.from))
    .sort((a, b) => a.from - b.from)
}

/** The standards a question names. */
export const namedStandards = (standards: Standards, text: string): Standard[] => {
  const named = new Set(mentionsOf(standards, text).map((m) => m.standard))
  return standards.list.filter((s) => named.has(s))
}

/** The question without the names of standards. */
export const withoutMentions = (standards: Standards, text: string): string =>
  mentionsOf(standards, text).reduceRight((rest, { from, to }) => `${rest.slice(0, from)} ${rest.slice(to)}`, text)

/** A question with its ids as we write them: "sfjba-13", "SFJ BA13", "cdcollab" and "SFJBA13PC2" are slips of the same pen. */
export function withOurIds(standards: Standards, text: string): string {
  let spelt = text
  for (const standard of standards.list)
    spelt = spelt.replace(looselyOf(standard), (found, at: number, whole: string) =>
      /^[\p{L}\p{N}]/u.test(whole.slice(at + found.length)) ? `${standard.id} ` : standard.id,
    )
  return spelt
}

const loosely = new WeakMap<Standard, RegExp>()

function looselyOf(standard: Standard): RegExp {
  const letters = [...standard.id.replaceAll('-', '')].join('[\\s_-]?')
  const known = loosely.get(standard) ?? new RegExp(`(?<![\\p{L}\\p{N}])${letters}(?!\\d)_?`, 'giu')
  loosely.set(standard, known)
  return known
}
