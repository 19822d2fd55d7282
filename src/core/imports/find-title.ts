import { squash } from './edits.ts'
import { findHeading, findKey, isKey } from './headings.ts'
import type { Line, Source } from './line.ts'
import type { Log } from './log.ts'

/** A unit number, such as SFJBA13, CFAM&LAA1 or SCDHSC0401. */
const URN = /\b[A-Z]{2,}(?:&[A-Z]+)?[A-Z]*\d+(?:[A-Z]\d*)?(?:\.\d+)?\b/
const FLAGS = /\s+\(?(LEGACY|DRAFT|SUPERSEDED|WITHDRAWN|ARCHIVED)\)?$/

/** What is left of a title's line without its number: awarding bodies print a code of their own beside it. */
const withoutCodes = (text: string): string =>
  squash(text.replace(/\(\s*\)/, '').replace(/^\s*[A-Z]\w{3} \d{2}\b/, '')).replace(/^[-–—:]\s*/, '')

export interface Titled {
  urn: string | null
  title: string | null
  /** A word such as LEGACY that stands behind the title. */
  flag: string | null
  /** The lines of the text itself, without title and without heads and feet of pages. */
  lines: Line[]
}

/** Finds number and title above the text and in the heads and feet of its pages, and takes them out of the lines. */
export function findTitle(source: Source, lines: Line[], log: Log): Titled {
  const first = lines.findIndex(({ text }) => isStart(text))
  const above = lines.slice(0, Math.max(0, first))
  for (const { text, page } of source.running)
    log.asides.push({ line: 0, text: squash(text), as: `head or foot of ${page === null ? 'pages' : `page ${page}`}` })
  const heads = [...new Set(source.running.map(({ text }) => squash(text.replace(/\s\d+( of \d+)?$/, ''))))].filter(
    (text) => !/^(page )?\d+/i.test(text),
  )
  let urn: string | null = null
  let flag: string | null = null
  let title: string | null = null
  for (const line of above) {
    let text = squash(line.text)
    const mark = FLAGS.exec(text)
    if (mark?.[1]) {
      flag = mark[1]
      text = text.slice(0, mark.index)
      log.repair(
        'status in the title',
        line.n,
        squash(line.text),
        text,
        `“${flag}” says how the standard stands; it is no part of the title`,
      )
    }
    const number = URN.exec(text)?.[0]
    if (number && urn === null) urn = number
    const words = withoutCodes(number ? text.replace(number, '') : text)
    if (/\p{L}{3}/u.test(words) && !/^(national occupational standards?|unit title|title)\b:?$/i.test(words))
      title = title === null ? words : `${title} ${words}`
    log.takeOut(line, 'title or number above the text')
  }
  const text = lines.slice(above.length)
  const rest = withoutFeet(text, numbersOf([urn ?? '', ...heads], text), log)
  const printed = [...titlesIn(heads), ...titlesIn(rest.feet)]
  const own = lines.flatMap(({ text }, i) => {
    const found = findKey(text)
    const value = found?.value || lines[i + 1]?.text || ''
    return found && /^(original )?urn$/i.test(found.key) ? (URN.exec(value)?.[0] ?? []) : []
  })
  urn ??= printed.find((p) => p.urn)?.urn ?? own[0] ?? null
  for (const number of own)
    if (number !== urn && urn)
      log.doubt('two numbers', 0, `${urn}, ${number}`, 'the document gives both; the first is taken for its own')
  title ??= printed.find((p) => p.title.length > 8)?.title ?? null
  return { urn, title, flag, lines: rest.lines }
}

/** The titles in heads and feet of pages: a number, and the words behind it up to the next, or else those before it. */
function titlesIn(texts: string[]): { urn: string | null; title: string }[] {
  const found: { urn: string | null; title: string }[] = [{ urn: null, title: '' }]
  for (const text of texts) {
    const urn = URN.exec(text)?.[0]
    const words = withoutCodes((urn ? text.replace(urn, '') : text).replace(/\s*\d+$/, '').replace(FLAGS, ''))
    if (urn) found.push({ urn, title: words })
    else (found.at(-1) as { title: string }).title += ` ${words}`
  }
  return found
    .map(({ urn, title }) => ({ urn, title: squash(title) }))
    .sort((a, b) => Number(b.urn !== null && b.title !== '') - Number(a.urn !== null && a.title !== ''))
}

const isStart = (text: string): boolean => {
  const [cell = ''] = text.trim().split('\t')
  return findHeading(cell) !== null || /^overview\b/i.test(cell) || (findKey(text) !== null && !/title/i.test(cell))
}

/** The unit numbers that are this standard's own, as far as anything says so. */
function numbersOf(heads: string[], lines: Line[]): Set<string> {
  const own = lines.flatMap(({ text }) => {
    const found = findKey(text)
    return found && /urn$/i.test(found.key) ? [found.value] : []
  })
  return new Set([...heads, ...own].flatMap((text) => URN.exec(text)?.[0] ?? []))
}

/** A line with the standard's number and a title among the clauses is a page's foot that a conversion left there. */
function withoutFeet(lines: Line[], numbers: Set<string>, log: Log): { lines: Line[]; feet: string[] } {
  const feet: string[] = []
  const kept = lines.filter((line, i) => {
    const text = squash(line.text)
    const number = new RegExp(`^${URN.source}(?=\\s|$)`).exec(text)?.[0]
    const words = number ? text.slice(number.length).trim() : ''
    const isFoot =
      number !== undefined &&
      numbers.has(number) &&
      (words ? /^(\p{Lu}|\d+$)/u.test(words) : !isKey(squash(lines[i - 1]?.text ?? '')))
    if (!isFoot) return true
    feet.push(text)
    log.takeOut(line, 'head or foot of a page')
    log.repair('page’s foot in the text', line.n, text, '', 'it has the standard’s number and title, and is no clause')
    return false
  })
  return { lines: kept, feet }
}
