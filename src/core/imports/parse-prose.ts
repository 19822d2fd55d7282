import type { Context, DraftClause, DraftGroup, DraftSection, Piece } from './draft.ts'
import { type Item, inOrder } from './items.ts'
import { readLabel, styleOf } from './label.ts'
import { entry, introduction, namesOf, nounOf, paragraph, scoped, underHeading } from './prose-names.ts'
import { isUnfinished, join, startsLow } from './words.ts'

/** A paragraph, or an entry of a list. */
interface Paragraph extends Item {
  lines: number[]
}

/** Makes clauses of running text: paragraphs, lists and the words that lead to them, small headings. */
export function parseProse(section: DraftSection, context: Context): DraftGroup[] {
  const paragraphs = readParagraphs(section.pieces, context)
  const groups: DraftGroup[] = []
  const counts = { plain: 0, heading: 0, notes: 0, lists: 0 }
  const names = namesOf(section)
  let heading: string | null = null
  const add = (clause: DraftClause, under: string | null, isNew: boolean) => {
    const group = groups.at(-1)
    if (group && !isNew && group.heading === under) group.clauses.push(clause)
    else groups.push({ heading: under, clauses: [clause] })
  }
  for (let i = 0; i < paragraphs.length; ) {
    const now = paragraphs[i] as Paragraph
    const end = listFrom(paragraphs, i)
    if (end > i) {
      const lead = i > 0 && groups.length ? (groups.at(-1)?.clauses.at(-1) ?? null) : null
      const noun = lead ? nounOf(lead.text) : null
      const under =
        lead && lead.text.length < 60 && section.kind === 'overview'
          ? lead.text.replace(/\W$/, '')
          : (heading ?? section.group)
      paragraphs.slice(i, end).forEach((p, k) => {
        const called = entry({ ...numberIn(p), nth: k + 1, of: end - i }, noun, lead, section)
        add({ ...called, ...asClause(p), ...(lead && { parent: lead.id }) }, under, k === 0)
      })
      if (end < paragraphs.length) groups.push({ heading: heading ?? section.group, clauses: [] })
      i = end
      continue
    }
    const leads = listFrom(paragraphs, i + 1) > i + 1
    if (isHeading(paragraphs, i)) {
      heading = now.text
      counts.heading = 0
      context.log.asides.push({ line: now.line, text: now.text, as: 'small heading' })
    } else {
      const called = heading
        ? underHeading(heading, ++counts.heading, names)
        : leads && section.kind === 'values'
          ? introduction(nounOf(now.text), ++counts.lists, names)
          : section.kind === 'scope'
            ? scoped(now.text, counts.plain + 1, counts.notes, names)
            : paragraph(counts.plain + 1, names)
      if ('isNote' in called && called.isNote) counts.notes++
      if (called.id === names.prefix + (counts.plain + 1)) counts.plain++
      add({ id: called.id, place: called.place, ...asClause(now) }, heading ?? section.group, false)
    }
    i++
  }
  return groups.filter((group) => group.clauses.length)
}

const asClause = ({ text, lines, label }: Paragraph): Pick<DraftClause, 'text' | 'lines' | 'bullet'> => ({
  text,
  lines,
  ...(label?.kind === 'bullet' && label.raw && { bullet: label.raw }),
})

function readParagraphs(pieces: Piece[], { log, words, wrapped }: Context): Paragraph[] {
  const style = styleOf(pieces.map((p) => p.text)) ?? 'dot'
  const items = pieces.map((piece): Item => {
    const found = readLabel(piece.text, style)
    return found ? { ...piece, text: found.rest, label: found.label } : { ...piece, label: null }
  })
  const paragraphs: Paragraph[] = []
  for (const item of style === 'bare' ? inOrder(items, pieces) : items) {
    log.used.push({ line: item.line, text: `${item.label?.raw ?? ''} ${item.text}` })
    const above = paragraphs.at(-1)
    const ended = above ? /[.:;!?]['’”"]?$/.test(above.text) : true
    const isAlone = above?.label !== null && above?.text === ''
    const goesOn = wrapped
      ? !item.apart && (above?.full || startsLow(item.text)) && (above?.bold === item.bold || startsLow(item.text))
      : !ended && (startsLow(item.text) || (above !== undefined && isUnfinished(above.text)))
    if (above && !item.label && (goesOn || isAlone)) {
      const before = above.text
      above.text = isAlone ? item.text : join(before, item.text, item.line, words, log)
      above.lines.push(item.line)
      above.full = item.full
      if (!wrapped && !isAlone)
        log.repair(
          'paragraph broken over lines',
          item.line,
          `${before.slice(-40)} ⏎ ${item.text.slice(0, 40)}`,
          above.text.slice(-80),
          '',
        )
    } else paragraphs.push({ ...item, lines: [item.line] })
  }
  return paragraphs
}

/** Where a list that begins here ends; the same place where none begins. */
function listFrom(paragraphs: Paragraph[], from: number): number {
  const label = paragraphs[from]?.label
  let end = from
  if (label) {
    const isSame = (p: Paragraph | undefined) =>
      p?.label != null &&
      p.label.kind === label.kind &&
      (end === from || p.label.kind === 'bullet' || p.label.number !== label.number)
    while (isSame(paragraphs[end])) end++
    return end
  }
  const lead = paragraphs[from - 1]
  if (!lead || lead.label || !/:$/.test(lead.text)) return from
  const isShort = (p: Paragraph | undefined) =>
    p !== undefined && !p.label && p.text.length < 200 && !/[.:]$/.test(p.text)
  while (isShort(paragraphs[end])) end++
  return end - from >= 2 ? end : from
}

const NUMBER_WORD = /^(One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|\d{1,2})\s*[-–—:]\s/

function numberIn({ label, text }: Paragraph): { number: string | null; label: string | null } {
  if (label?.prefix) return { number: label.number, label: label.prefix + label.number }
  if (label && label.kind !== 'bullet') return { number: label.number, label: null }
  return { number: NUMBER_WORD.exec(text)?.[1] ?? null, label: null }
}

/** A short line without an end, above a paragraph. */
function isHeading(paragraphs: Paragraph[], i: number): boolean {
  const [now, next] = [paragraphs[i], paragraphs[i + 1]]
  if (!now || !next || now.label || next.label || /[.:;,!?]$/.test(now.text)) return false
  if (now.bold && !next.bold) return true
  return now.text.split(' ').length <= 8 && next.text.length > 60 && !startsLow(now.text)
}
