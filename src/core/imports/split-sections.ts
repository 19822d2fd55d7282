import type { DraftSection, Piece } from './draft.ts'
import { squash } from './edits.ts'
import { findHeading, findKey, findLeadIn, type Heading, leadInOf, startsDetails } from './headings.ts'
import { listOf } from './label.ts'
import type { Line } from './line.ts'
import type { Log } from './log.ts'
import { isUnfinished, startsHigh } from './words.ts'

const DETAILS: Heading = { kind: 'details', heading: 'Document details' }
const PERFORMANCE: Heading = { kind: 'performance', heading: 'Performance criteria' }
const KNOWLEDGE: Heading = { kind: 'knowledge', heading: 'Knowledge and understanding' }

/** Puts lines under the headings of sections. A heading that is lost is found by the numbers under it. */
export function splitSections(lines: Line[], log: Log): DraftSection[] {
  const sections: DraftSection[] = []
  const current = () => sections.at(-1)
  const open: Open = ({ kind, heading, group, part }, line) => {
    const before = current()
    if (before?.kind === kind && before.heading === heading && before.group === (group ?? null)) {
      if (before.pieces.length === 0)
        log.repair('heading printed twice', line, heading, heading, 'nothing stands between the two')
      return
    }
    sections.push({ kind, heading, group: group ?? null, part: part ?? null, line, pieces: [] })
  }
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] as Line
    const used = goesOn(lines[i - 1], line)
      ? { rest: line.text.trim() }
      : readHeading(line, lines[i + 1], current(), log, open)
    if ('both' in used && used.both) i++
    if (used.rest) place(used.rest, line, sections, log, open)
  }
  return sections
}

/** Whether a line is in the middle of a paragraph, whatever it says. */
const goesOn = (above: Line | undefined, line: Line): boolean =>
  above?.full === true && !line.apart && !line.bold && above.page === line.page && isUnfinished(above.text)

type Open = (heading: Heading, line: number) => void

/** Reads a heading off a line, or off it and the next. `rest` is what stands behind it. */
function readHeading(
  line: Line,
  next: Line | undefined,
  now: DraftSection | undefined,
  log: Log,
  open: Open,
): { rest: string; both?: boolean } {
  const text = line.text.trim()
  const cells = text.split(/\s*\t\s*/).filter(Boolean)
  const use = (found: { heading: Heading; words: string; mended: boolean }, words: string) => {
    log.aside(line.n, words, 'section heading')
    const isOurs = found.heading.heading === squash(words) || found.heading.group === squash(words)
    if (found.mended || (!isOurs && found.heading.group === found.words && !words.includes('/')))
      log.repair(
        'damaged heading',
        line.n,
        words,
        found.words,
        found.mended ? 'letters were lost or doubled' : 'its slash was lost',
      )
    open(found.heading, line.n)
  }
  if (next && cells.length === 1 && !next.text.trim().includes('\t')) {
    const both = findHeading(`${text} ${next.text.trim()}`)
    if (both && !both.mended && text.length > 3) {
      use(both, text)
      log.aside(next.n, next.text, 'section heading')
      log.repair('heading broken over lines', line.n, `${text} ⏎ ${squash(next.text)}`, both.words, '')
      return { rest: '', both: true }
    }
  }
  const whole = findHeading(text)
  // In the table at the end, “Status” and the like are keys.
  if (whole && !(now?.heading === DETAILS.heading && findKey(text))) {
    use(whole, text)
    return { rest: '' }
  }
  const first = cells.length > 1 && cells[0] ? findHeading(cells[0]) : null
  if (first && !first.mended && cells[0]) {
    use(first, cells[0])
    return { rest: cells.slice(1).join('\t') }
  }
  const before = /^(.{4,60}?)[\s:]+(?=you (?:must|need|will|should)\b)/i.exec(text)
  const led = before?.[1] ? findHeading(before[1]) : null
  if (led && !led.mended && before?.[1]) {
    use(led, before[1])
    return { rest: text.slice(before[0].length) }
  }
  const inline = /^(overview)\s+(?=this (?:standard|unit)\b)/i.exec(text)
  if (inline?.[1]) {
    use({ heading: { kind: 'overview', heading: 'Overview' }, words: 'Overview', mended: false }, inline[1])
    return { rest: text.slice(inline[0].length) }
  }
  return { rest: text }
}

function place(text: string, line: Line, sections: DraftSection[], log: Log, open: Open): void {
  const now = sections.at(-1)
  const key = findKey(text)
  if (key && now?.heading !== DETAILS.heading && startsDetails(key.key)) open(DETAILS, line.n)
  const inDetails = sections.at(-1)?.heading === DETAILS.heading
  const led = inDetails ? null : findLeadIn(text.replaceAll('\t', ' '))
  const rest = led ? led.rest : text
  if (led) {
    const wanted = /able to|do the following/i.test(led.leadIn) ? PERFORMANCE : KNOWLEDGE
    log.aside(line.n, led.leadIn, 'lead-in')
    if (sections.at(-1)?.kind !== wanted.kind) {
      log.repair(
        'heading lost',
        line.n,
        led.leadIn,
        wanted.heading,
        'the line under the heading is there, the heading is not',
      )
      open(wanted, line.n)
    }
    if (!rest) return
  }
  const piece: Piece = {
    line: line.n,
    text: inDetails ? rest : squash(rest),
    apart: line.apart || led !== null,
    bold: line.bold,
    full: line.full,
    page: line.page,
  }
  const list = inDetails ? null : listOf(piece.text)
  const from = sections.at(-1)
  if (list && list.number === '1' && from?.kind !== list.list && from?.kind !== 'values') {
    const moved = from ? headingsAtEnd(from) : []
    const wanted = list.list === 'performance' ? PERFORMANCE : KNOWLEDGE
    open(wanted, line.n)
    sections.at(-1)?.pieces.push(...moved)
    log.repair(
      'heading lost',
      moved[0]?.line ?? line.n,
      moved[0]?.text ?? piece.text,
      `${wanted.heading} / ${leadInOf(wanted.kind)}`,
      'the numbering shows that another list begins here; heading and lead-in are the usual ones, added',
    )
    log.doubt(
      'heading added',
      moved[0]?.line ?? line.n,
      wanted.heading,
      'the document doesn’t print this heading; is it the right one?',
    )
  }
  if (!sections.length) open({ kind: 'overview', heading: 'Overview' }, line.n)
  sections.at(-1)?.pieces.push(piece)
}

/** Headings that stand after the last numbered line of a list belong to the list that follows. */
function headingsAtEnd(section: DraftSection): Piece[] {
  if (section.kind !== 'performance' && section.kind !== 'knowledge') return []
  const from =
    section.pieces.findLastIndex((p) => listOf(p.text) !== null || !startsHigh(p.text) || p.text.length > 150) + 1
  return section.pieces.splice(from)
}
