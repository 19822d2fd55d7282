import { diffWords } from 'diff'
import type { StandardDefinition } from '../standards/standard-definition.ts'
import { type Changes, clausesOf } from './compare.ts'
import type { Imported } from './import-standard.ts'
import type { Doubt, Weight } from './log.ts'

/** The standard that was there before, what changed, and where the content names a clause that did. */
export interface Before {
  file: string
  changes: Changes
  mentions: Map<string, string[]>
}

/** Keeps words inside a cell of a table. */
const cell = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .replaceAll('|', '\\|')
    .replaceAll('<', '&lt;')
    .replace(/([`*_[\]])/g, '\\$1')
    .trim() || ' '
const table = (head: string[], rows: string[][]): string =>
  [head, head.map(() => '---'), ...rows.map((row) => row.map(cell))].map((row) => `| ${row.join(' | ')} |`).join('\n')
const short = (text: string): string => (text.length > 160 ? `${text.slice(0, 157)}…` : text)
const line = (n: number): string => (n > 0 ? String(n) : ' ')

const WEIGHT: Record<Weight, string> = {
  mend: 'must be mended',
  stop: 'must be mended, or accepted with --accept-doubts',
  look: 'look at it',
}

/** What a person reads before the data are used: what was found, every doubt, every repair, what was left out. */
export function writeReport({ definition, source, log, lines }: Imported, file: string, before?: Before): string {
  const clauses = clausesOf(definition)
  const doubts = log.doubts.toSorted((a, b) => order(a) - order(b) || a.line - b.line)
  const counts = definition.sections.map((s) => [
    s.heading,
    String(s.groups.reduce((sum, g) => sum + g.clauses.length, 0)),
    runsOf(s),
  ])
  return [
    `# Import of ${definition.id}: ${definition.title}`,
    `${file}, read as ${source.kind === 'text' ? 'a text' : `a ${source.kind} document`}. ${clauses.length} clauses, ${doubts.length} doubts, ${log.repairs.length} repairs. Line numbers are those that \`--lines\` shows.`,
    table(['section', 'clauses', 'numbers'], [...counts, ['together', String(clauses.length), '']]),
    '## Doubts',
    doubts.length
      ? table(
          ['what', 'line', 'words', 'why', 'what to do'],
          doubts.map((d) => [d.kind, line(d.line), short(d.words), d.why, WEIGHT[d.weight]]),
        )
      : 'None.',
    '## Repairs',
    log.repairs.length
      ? table(
          ['what', 'line', 'before', 'after', 'why'],
          log.repairs.map((r) => [r.kind, line(r.line), short(r.before), short(r.after) || '(taken out)', r.why]),
        )
      : 'None.',
    '## Text that is no clause',
    table(
      ['taken for', 'line', 'text'],
      log.asides.map((a) => [a.as, line(a.line), short(a.text)]),
    ),
    ...(before ? changed(definition, before) : []),
    '## To review by hand',
    review(definition, before),
    '## Every clause',
    table(
      ['id', 'called', 'under', 'lines', 'text'],
      definition.sections.flatMap((s) =>
        s.groups.flatMap((g) =>
          g.clauses.map((c) => [
            c.id,
            c.label ?? c.place ?? '',
            g.heading ?? '',
            (lines.get(c.id) ?? []).join(', '),
            c.text,
          ]),
        ),
      ),
    ),
    '',
  ].join('\n\n')
}

const order = (doubt: Doubt) => ['mend', 'stop', 'look'].indexOf(doubt.weight)

function runsOf(section: StandardDefinition['sections'][number]): string {
  const labels = section.groups.flatMap((g) => g.clauses.flatMap((c) => (c.label && !c.parent ? [c.label] : [])))
  return labels.length > 1 ? `${labels[0]} to ${labels.at(-1)}` : (labels[0] ?? '')
}

function changed(definition: StandardDefinition, { file, changes, mentions }: Before): string[] {
  const { same, added, removed, reworded, moved } = changes
  const where = (id: string) => mentions.get(`${definition.id}:${id}`)?.join(', ') ?? ''
  const words = (before: string, after: string) =>
    diffWords(before, after)
      .map(({ value, added, removed }) => (added ? `{+${value}+}` : removed ? `{-${value}-}` : value))
      .join('')
  const rows = [
    ...removed.map((c) => ['removed', c.id, c.text, where(c.id)]),
    ...reworded.map(({ before, after }) => ['reworded', after.id, words(before.text, after.text), where(after.id)]),
    ...added.map((c) => ['added', c.id, c.text, '']),
  ]
  return [
    `## What changes from ${file}`,
    `${same} clauses stay as they are, ${reworded.length} are reworded, ${added.length} added, ${removed.length} removed. An address keeps pointing at its number, so read every place that names a clause with other words now.`,
    ...(rows.length ? [table(['what', 'clause', 'words', 'named in'], rows)] : []),
    ...(moved.length
      ? [
          'These words have another number now:',
          table(
            ['before', 'now', 'words', 'the old number is named in'],
            moved.map((m) => [m.from, m.to, m.text, where(m.from)]),
          ),
        ]
      : []),
  ]
}

function review(definition: StandardDefinition, before?: Before): string {
  const fresh = before
    ? new Set([...before.changes.added, ...before.changes.reworded.map((r) => r.after)].map((c) => c.id))
    : null
  const wanting = clausesOf(definition).filter((c) => !fresh || fresh.has(c.id))
  const { short, name, status, statusNote, credit, aliases } = definition
  const said = { short, name, status, statusNote, credit, 'other names': aliases.join('; ') }
  return [
    ...Object.entries(said).map(([key, words]) => `- ${key}: ${words}`),
    '- groups about harm or safety: does any need `offerHelp: true`, so that Get help stands beside it?',
    `- a gloss and two questions each for ${wanting.length} clauses: ${wanting.map((c) => c.id).join(', ') || 'none'}`,
  ].join('\n')
}
