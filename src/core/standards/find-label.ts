import type { Standards } from './load-standards.ts'
import { mentionsOf, namedStandards, withoutMentions } from './named-standards.ts'
import { numberOf } from './number-words.ts'
import { type List, type ReadLabel, readLabels } from './read-labels.ts'
import type { Clause, Standard } from './standard.ts'

export { namedStandards }

export interface FoundLabels {
  clauses: Clause[]
  /** "In SC-NETWORKS, K runs to K55." for each label that no clause has. */
  missing: string[]
  /** One label fits clauses of several standards, or of two lists of one. */
  ambiguous: 'standards' | 'lists' | null
  /** Clauses with that label in standards that were not spoken of last. */
  elsewhere: Clause[]
}

/** Clauses asked for by label, "K31", "P1-P5" or "PC 15.2 of SFJBA13"; null when the question has no label. */
export function findLabels(standards: Standards, text: string, inContext: Standard[] = []): FoundLabels | null {
  const labels = [...readLabels(text), ...bareNumber(standards, text)]
  if (!labels.length) return null
  const of = standardsOf(standards, text)
  const found: FoundLabels = { clauses: [], missing: [], ambiguous: null, elsewhere: [] }
  for (const label of labels) {
    const named = of(label)
    const hits = fitting(standards, label, named)
    // What was spoken of last helps where a label alone could be several standards'.
    const meant = named ? hits : hits.filter((c) => inContext.some((s) => s.id === c.standard))
    const taken = meant.length ? meant : hits
    found.elsewhere.push(...hits.filter((c) => !taken.includes(c)))
    if (taken.length) {
      found.clauses.push(...taken.filter((h) => !found.clauses.includes(h)))
      const several = new Set(taken.map((c) => c.standard)).size > (named?.length ?? 1)
      found.ambiguous ??= several ? 'standards' : taken.some((c) => c.section !== taken[0]?.section) ? 'lists' : null
    } else found.missing.push(...whereListsEnd(standards, label, named))
  }
  found.missing = [...new Set(found.missing)]
  return found
}

/** "15.2", and "15 of SFJBA13": a number that is all there is besides a standard's name. */
function bareNumber(standards: Standards, text: string): ReadLabel[] {
  const rest = withoutMentions(standards, text)
  const [, number] =
    /^\W*(?:(?:what|does|is|show|me|see|and|the|no|number|of|in|from)\b\W*)*(\d{1,9}(?:\.\d{1,3})?)\W*(?:(?:of|in|from|say|says|mean|the|please)\b\W*)*$/i.exec(
      rest,
    ) ?? []
  if (!number || (rest === text && !number.includes('.'))) return []
  const from = text.indexOf(number)
  return [{ list: 'clause', loose: true, number: number.replace(/^0+(?=\d)/, ''), from, to: from + number.length }]
}

/** Which standards each label is said to be of: "SFJBA13 PC 7 and PC 9 of CD-COLLAB" are one of each. Null for any. */
function standardsOf(standards: Standards, text: string): (label: ReadLabel) => Standard[] | null {
  const labels = readLabels(text)
  const mentions = mentionsOf(standards, text)
  const between = (from: number, to: number) => labels.some((l) => l.from >= from && l.to <= to)
  // Names that stand together, "SFJBA13 and CD-COLLAB", are meant together.
  const groups: { standards: Standard[]; from: number; to: number }[] = []
  for (const { standard, from, to } of mentions) {
    const last = groups.at(-1)
    if (last && !between(last.to, from)) {
      if (!last.standards.includes(standard)) last.standards.push(standard)
      last.to = to
    } else groups.push({ standards: [standard], from, to })
  }
  const all = [...new Set(groups.flatMap((g) => g.standards))]
  return (label) => {
    if (all.length < 2 || groups.length < 2) return all.length ? all : null
    const after = groups.find((g) => g.from >= label.to)
    const before = groups.findLast((g) => g.to <= label.from)
    const isOf = after && /\b(?:of|in|from|for)\s+(?:the\s+)?$/i.test(text.slice(label.to, after.from))
    return (isOf || !before ? after : before)?.standards ?? all
  }
}

/** The clauses of a list in a standard, as this label names it. */
function listOf({ clauses }: Standard, list: List): Clause[] {
  if (list === 'clause') return clauses.filter((c) => c.section === 'performance' || c.section === 'knowledge')
  if (!/^[PK]/.test(list) || list === 'Key Area')
    return clauses.filter((c) => c.number && c.short.replace(/ \w+$/, '') === list)
  return clauses.filter((c) => c.section === (list.startsWith('P') ? 'performance' : 'knowledge'))
}

const isPrinted = (list: List) => (clause: Clause) =>
  clause.short.startsWith(list) && /^\W?\d/.test(clause.short.slice(list.length))

/** The lists that a label may be of. */
function listsOf(standards: Standards, { list, loose }: ReadLabel, named: Standard[] | null) {
  const numbered = (named ?? standards.list).map((standard) => ({ standard, clauses: listOf(standard, list) }))
  if (loose) return numbered
  if (!/^(?:PC?|KU?)$/.test(list)) return named ? numbered : numbered.filter(({ clauses }) => clauses.length)
  const printed = numbered.filter(({ clauses }) => clauses.some(isPrinted(list)))
  // "SFJBA13 K22": people write K for KU; with the standard named there is no doubt which clause is meant.
  return named && !printed.length ? numbered : printed
}

const fitting = (standards: Standards, label: ReadLabel, named: Standard[] | null): Clause[] =>
  listsOf(standards, label, named).flatMap(({ clauses }) =>
    clauses.filter((c) => c.number && (c.number === label.number || String(numberOf(c.number)) === label.number)),
  )

function whereListsEnd(standards: Standards, label: ReadLabel, named: Standard[] | null): string[] {
  return listsOf(standards, label, named).flatMap(({ standard: { id }, clauses }) => {
    const sections = [...new Set(clauses.map((c) => c.section))]
    if (!sections.length) return [`${id} has no ${label.list}.`]
    return sections.map(
      (section) =>
        `In ${id}, ${whereEnds(
          label.number,
          clauses.filter((c) => c.section === section),
        )}`,
    )
  })
}

/** "K runs to K55." Of "PC 15.9", how far the points of PC 15 go. */
function whereEnds(number: string, clauses: Clause[]): string {
  const whole = number.includes('.') && clauses.find((c) => c.number === number.slice(0, number.indexOf('.')))
  if (whole) {
    const points = clauses.filter((c) => c.parent === whole.uid)
    return points.length
      ? `${whole.short} runs to ${points.at(-1)?.short}.`
      : `${whole.short} has no points of its own.`
  }
  const last = clauses.filter((c) => c.number && !c.number.includes('.')).at(-1)?.short ?? ''
  return `${last.replace(/\s?\d+$|\s\w+$/, '')} runs to ${last}.`
}
