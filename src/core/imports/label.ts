/** A number, letter or bullet at the start of a line. */
export interface Label {
  /** As it is printed, with its dot or bracket. */
  raw: string
  /** "P", "PC", "K", "KU"; none where the document prints a bare number. */
  prefix: string
  /** "4", "15.1", "a", or nothing for a bullet. */
  number: string
  kind: 'top' | 'sub' | 'letter' | 'bullet'
}
/** How a list prints its numbers. */
export type Style = 'prefix' | 'dot' | 'bare'

const PREFIX = /^(PC|KU|KC|P|K|B|S)\s?(\d{1,3}(?:\.\d{1,2}){0,2})(?![\d.]*\d)[.):]?(?:\s+|(?=[\p{L}(‘'“"])|$)/u
const DOTTED = /^(\d{1,3})([.):])(?:\s+|(?=\p{L})|$)/u
const BARE = /^(\d{1,3})(?:\s+(?=[\p{L}(‘'“"])|$)/u
const SUB = /^(\d{1,3}(?:\.\d{1,2}){1,2})[.):]?(?:\s+|(?=\p{L})|$)/u
const LETTER = /^\(?([a-z]|[ivx]{2,4})[.)]\s+(?=\S)/
const BULLET = /^(?:[•·▪▫◦●○■□►▶➢➤✓✔*]\s*|[–—-]\s+|o\s+(?=\p{L}))(?=\S)/u

/** The label a line begins with, in a list of this style; the rest of the line follows it. */
export function readLabel(text: string, style: Style): { label: Label; rest: string } | null {
  const as = (match: RegExpExecArray, kind: Label['kind'], number: string, prefix = '') => ({
    label: { raw: match[0].trim(), prefix, number, kind },
    rest: text.slice(match[0].length).trim(),
  })
  const prefixed = PREFIX.exec(text)
  if (prefixed?.[2] && style === 'prefix')
    return as(prefixed, prefixed[2].includes('.') ? 'sub' : 'top', prefixed[2], prefixed[1])
  const sub = SUB.exec(text)
  if (sub?.[1]) return as(sub, 'sub', sub[1])
  const dotted = DOTTED.exec(text)
  if (dotted?.[1] && style !== 'prefix') return as(dotted, 'top', dotted[1])
  const bare = style === 'bare' ? BARE.exec(text) : null
  if (bare?.[1]) return as(bare, 'top', bare[1])
  const letter = LETTER.exec(text)
  if (letter?.[1]) return as(letter, 'letter', letter[1])
  const bullet = BULLET.exec(text)
  return bullet ? as(bullet, 'bullet', '') : null
}

/** The style that most lines have; null where none has a number. */
export function styleOf(texts: string[]): Style | null {
  const count = (pattern: RegExp) => texts.filter((text) => pattern.test(text)).length
  const all: [Style, number][] = [
    ['prefix', count(PREFIX)],
    ['dot', count(DOTTED)],
    ['bare', count(BARE)],
  ]
  const [style, most] = all.reduce((best, one) => (one[1] > best[1] ? one : best))
  return most ? style : null
}

/** Which list a line's own label puts it in, where it has one. */
export function listOf(text: string): { list: 'performance' | 'knowledge'; number: string } | null {
  const [, prefix, number] = PREFIX.exec(text) ?? []
  if (!prefix || !number || !/^[PK]/.test(prefix)) return null
  return { list: prefix.startsWith('P') ? 'performance' : 'knowledge', number }
}

/** Where the next number of a list stands inside a line, after words of the clause before it. */
export function findInside(
  text: string,
  style: Style,
  prefix: string,
  next: number,
): { at: number; end: number } | null {
  const pattern =
    style === 'prefix'
      ? new RegExp(`(?<=[\\p{L}\\d,;:.)])\\s*${prefix}\\s?${next}(?!\\d)(?!\\.\\d)[.):]?\\s*(?=[\\p{L}(])`, 'u')
      : style === 'dot'
        ? new RegExp(`(?<=[\\p{L},;:.)])\\s*${next}[.):]\\s*(?=\\p{L})`, 'u')
        : new RegExp(`(?<=\\p{L})${next} (?=\\p{L})`, 'u')
  const found = pattern.exec(text)
  return found && found.index > 0 ? { at: found.index, end: found.index + found[0].length } : null
}
