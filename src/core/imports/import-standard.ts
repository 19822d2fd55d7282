import { type StandardDefinition, standardDefinition } from '../standards/standard-definition.ts'
import { checkWords } from './check-words.ts'
import { describeStandard } from './describe-standard.ts'
import type { Context, DraftClause, DraftGroup, DraftSection } from './draft.ts'
import { asPrinted, makeEdits, squash, type Undo } from './edits.ts'
import { findTitle } from './find-title.ts'
import { leadInOf, plain } from './headings.ts'
import type { Source } from './line.ts'
import { Log } from './log.ts'
import { type BuiltSection, nameClauses } from './name-clauses.ts'
import { parseDetails } from './parse-details.ts'
import { parseList } from './parse-list.ts'
import { parseProse } from './parse-prose.ts'
import { readSource } from './read-source.ts'
import { type RepairsFile, repairsFile } from './repairs-file.ts'
import { splitSections } from './split-sections.ts'
import { tidyLines } from './tidy-lines.ts'
import { findLostJoints, findStrangeWords, isUnfinished, wordsOf } from './words.ts'

export interface Imported {
  definition: StandardDefinition
  source: Source
  log: Log
  /** The lines on which each clause was printed, by its id. */
  lines: Map<string, number[]>
}

/** The section of what a document says of itself. */
const TABLE = 'Document details'
/** Stands for a title in a report about a document that prints none. */
const NO_TITLE = 'Without a title'

/** What nobody has to write: no edits, no names. */
export const NO_REPAIRS: RepairsFile = repairsFile.parse({})

/** Makes reviewable data of a standard as it was downloaded. Words are never guessed: what is unsure is a doubt in the log. */
export async function importStandard(
  file: string,
  {
    repairs = NO_REPAIRS,
    repairsName = 'the repairs file',
    today = new Date(),
  }: { repairs?: RepairsFile; repairsName?: string; today?: Date } = {},
): Promise<Imported> {
  const log = new Log()
  const source = await readSource(file, log)
  const edited = makeEdits(source, repairs.edits, log, repairsName)
  const tidied = tidyLines(edited.lines, edited.undo, log)
  const titled = findTitle(source, tidied, log)
  const context: Context = { log, words: wordsOf(tidied), wrapped: source.wrapped }
  const sections = buildSections(splitSections(titled.lines, log), context)
  checkWords(titled.lines, log)
  const id = repairs.id ?? idOf(titled.urn, log)
  const title = repairs.title ?? titled.title
  if (!title) log.doubt('no title', 1, '', 'the document prints no title. Write `title:` into a repairs file', 'mend')
  checkClauses(sections, log, context)
  nameClauses(sections, repairs, repairsName, log)
  const clauses = sections.flatMap((s) => s.groups.flatMap((g) => g.clauses))
  const head = describeStandard({ id, title: title ?? NO_TITLE, flag: titled.flag, clauses, today }, repairs)
  const definition = {
    id,
    title: title ?? NO_TITLE,
    ...head,
    sections: sections.map(({ groups, ...section }) => ({
      ...section,
      groups: groups.map((g) => ({
        ...(g.heading && { heading: g.heading }),
        clauses: g.clauses.map((c) => toClause(c, edited.undo)),
      })),
    })),
  }
  return { definition: asDefinition(definition, log), source, log, lines: new Map(clauses.map((c) => [c.id, c.lines])) }
}

function idOf(urn: string | null, log: Log): string {
  if (!urn) {
    log.doubt(
      'no number',
      1,
      '',
      'the document prints no unit number (URN). Write `id:` into a repairs file, such as CD-COLLAB',
      'mend',
    )
    return 'WITHOUT-ID'
  }
  const id = urn.toUpperCase().replace(/[^A-Z0-9-]/g, '')
  if (id !== urn)
    log.doubt('number as an id', 1, urn, `an id has capital letters, figures and hyphens only, so it is ${id}`)
  return id
}

/** Sections with the same heading are one; what nothing stands in is left out. */
function buildSections(drafts: DraftSection[], context: Context): BuiltSection[] {
  const sections: BuiltSection[] = []
  const known = new Set<string>()
  for (const draft of drafts) {
    const before = sections.filter((s) => s.kind !== draft.kind).map(lastNumber)
    const groups = parse(draft, known, Math.max(0, ...before), context)
    for (const { label, text } of groups.flatMap((g) => g.clauses))
      if (/^(Element|Outcome) \d+$/.test(label ?? '')) known.add(plain(text))
    if (!groups.length) {
      const filled = drafts.some((d) => d !== draft && d.kind === draft.kind && d.pieces.length > 0)
      if (!filled)
        context.log.repair(
          'empty section',
          draft.line,
          draft.group ?? draft.heading,
          '',
          'the document gives nothing here',
        )
      continue
    }
    const same = sections.find((s) => s.kind === draft.kind && s.heading === draft.heading)
    const leadIn = leadInOf(draft.kind)
    if (same) same.groups.push(...groups)
    else sections.push({ kind: draft.kind, heading: draft.heading, ...(leadIn && { leadIn }), groups })
  }
  // What a document says of itself may stand at its top or its end; here it stands at the end.
  const isTable = (s: BuiltSection) => Number(s.heading === TABLE)
  return sections.sort((a, b) => isTable(a) - isTable(b))
}

/** The last number that a list prints. */
const lastNumber = ({ kind, groups }: BuiltSection): number =>
  kind === 'performance' || kind === 'knowledge'
    ? Math.max(0, ...groups.flatMap((g) => g.clauses.map((c) => Number.parseInt(c.number ?? '0', 10))))
    : 0

function parse(draft: DraftSection, known: Set<string>, before: number, context: Context): DraftGroup[] {
  if (!draft.pieces.length) return []
  if (draft.heading === TABLE) return parseDetails(draft, context)
  if (draft.kind === 'performance' || draft.kind === 'knowledge') return parseList(draft, known, before, context)
  return parseProse(draft, context)
}

function checkClauses(sections: BuiltSection[], log: Log, { words }: Context): void {
  const lists = sections.filter((s) => s.kind === 'performance' || s.kind === 'knowledge')
  for (const kind of ['performance', 'knowledge'] as const)
    if (!lists.some((s) => s.kind === kind))
      log.doubt(
        `no ${kind}`,
        1,
        '',
        `no ${kind === 'performance' ? 'performance criteria were' : 'knowledge was'} found. Is this one whole National Occupational Standard?`,
        lists.length ? 'stop' : 'mend',
      )
  const clauses = sections.flatMap((s) => s.groups.flatMap((g) => g.clauses))
  const parents = new Set(clauses.map((c) => c.parent))
  const named = (c: DraftClause) => c.label ?? c.place ?? c.id
  for (const s of lists)
    for (const c of s.groups.flatMap((g) => g.clauses)) {
      if (isUnfinished(c.text) && !parents.has(c.id))
        log.doubt(
          'clause without an end',
          c.lines[0] ?? 0,
          `${named(c)}: …${c.text.slice(-40)}`,
          'it breaks off; is something lost?',
        )
      if (/:$/.test(c.text) && !parents.has(c.id))
        log.doubt('nothing after a colon', c.lines[0] ?? 0, `${named(c)}: …${c.text.slice(-40)}`, 'no points follow it')
      if (c.text.length > 600)
        log.doubt('long clause', c.lines[0] ?? 0, named(c), 'it has more than 600 letters; did others run into it?')
    }
  for (const s of lists)
    for (const g of s.groups)
      if (g.heading && (g.heading.length > 180 || /[.;]$|\byou (must|need to)\b/i.test(g.heading)))
        log.doubt('long heading', g.clauses[0]?.lines[0] ?? 0, g.heading, 'is it a heading, or words of a clause?')
  const texts = clauses.filter((c) => !c.id.startsWith('Details')).map((c) => ({ line: c.lines[0] ?? 0, text: c.text }))
  findStrangeWords(texts, words, log)
  findLostJoints(texts, log)
}

function toClause(clause: DraftClause, undo: Map<number, Undo[]>): object {
  const { id, label, place, number, parent, text, lines, bullet } = clause
  const words = squash(text)
  const before = squash(
    asPrinted(
      words,
      lines.flatMap((n) => undo.get(n) ?? []),
    ),
  )
  const printed = clause.printed ?? (bullet ? `${bullet} ${before}` : before)
  return Object.fromEntries(
    Object.entries({
      id,
      label,
      place,
      number,
      parent,
      text: words,
      printed: printed === words ? undefined : printed,
    }).filter(([, value]) => value !== undefined),
  )
}

/** The data as the product reads it; where it can't be read, a doubt that says why. */
function asDefinition(made: object, log: Log): StandardDefinition {
  const read = standardDefinition.safeParse(made)
  if (read.success) return read.data
  for (const issue of read.error.issues) log.doubt('not fit to be read', 0, issue.path.join('.'), issue.message, 'mend')
  return made as StandardDefinition
}
