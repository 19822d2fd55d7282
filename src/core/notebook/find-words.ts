/** A stretch of a text, in UTF-16 units. */
export interface Stretch {
  start: number
  end: number
}

/** Letters that stay whole when accents are taken off, and the sigma that a word ends with. */
const PLAIN: Record<string, string> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
  ς: 'σ',
}

/**
 * A text as it is compared: without capitals and accents, with straight quotes and plain blanks, and without what nobody
 * sees, as pasted text has it inside its words: soft hyphens, joiners, blanks of no width.
 */
const bareOf = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/[\p{M}\p{Default_Ignorable_Code_Point}]/gu, '')
    .toLowerCase()
    .replace(/[’‘`´]/g, "'")
    .replace(/[“”„]/g, '"')
    .replace(/[‐‑–—]/g, '-')
    .replace(/[ßæœøłđðþıς]/g, (letter) => PLAIN[letter] as string)
    .replace(/\s/g, ' ')

/** The same, with the place that each unit of it came from. Slow: only for a text that has the words. */
function fold(text: string): { folded: string; from: number[] } {
  let folded = ''
  const from: number[] = []
  let at = 0
  for (const sign of text) {
    const bare = bareOf(sign)
    for (let i = 0; i < bare.length; i++) from.push(at)
    folded += bare
    at += sign.length
  }
  from.push(text.length)
  return { folded, from }
}

/** What is looked for: words, or "several words" between quotes. */
export type Wanted = string[]

export const wantedIn = (search: string): Wanted => [
  ...new Set(
    [...bareOf(search).matchAll(/"([^"]+)"|([^\s"]+)/g)]
      .map(([, phrase, word]) => (phrase ?? word ?? '').trim().replace(/\s+/g, ' '))
      .filter(Boolean),
  ),
]

/**
 * Where each line of a text has what is looked for, whatever the capitals and accents; null when one of the words is in
 * none of the lines.
 */
export function findWords(lines: string[], wanted: Wanted): Stretch[][] | null {
  if (wanted.length === 0 || !hasAll(lines, wanted)) return null
  return lines.map((line) => {
    const { folded, from } = fold(line)
    const here: Stretch[] = []
    for (const word of wanted)
      for (let at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + word.length))
        here.push({ start: from[at] as number, end: endOf(line, from, at + word.length) })
    return together(here)
  })
}

function hasAll(lines: string[], wanted: Wanted): boolean {
  const bare = lines.map(bareOf)
  return wanted.every((word) => bare.some((line) => line.includes(word)))
}

/** Where the last letter of a match ends: with the accents, and what is unseen, that follow it. */
function endOf(line: string, from: number[], after: number): number {
  const last = from[after - 1] as number
  let end = after < from.length && (from[after] as number) > last ? (from[after] as number) : line.length
  for (let next = after; end === last; next++) end = from[next] as number
  return end
}

/** Stretches that touch or overlap are one. */
function together(stretches: Stretch[]): Stretch[] {
  const whole: Stretch[] = []
  for (const stretch of stretches.sort((a, b) => a.start - b.start)) {
    const last = whole.at(-1)
    if (last && stretch.start <= last.end) last.end = Math.max(last.end, stretch.end)
    else whole.push({ ...stretch })
  }
  return whole
}
