import { oneAlphabet } from './look-alikes.ts'
import { oneEmoji } from './one-emoji.ts'

/** Compatibility forms that stay: folded, `1½` would read as 11/2, a blessing as 18 letters, and Thai would come apart. */
const STAYS = /[\u00bc-\u00be\u2150-\u215e\u2189\ufdfa\ufdfb\u0e33\u0eb3…]/u
/** Accents that living spellings need and Unicode has no one letter for, as in Yoruba ẹ́ or Guaraní g̃. */
const ACCENT = '\u0300-\u0304\u0306-\u030c\u0323\u0327\u0328\u032e\u0331'
const ALPHABET = '\\p{Script=Latin}\\p{Script=Greek}\\p{Script=Cyrillic}'
const STACKED = new RegExp(`([${ALPHABET}][${ACCENT}])\\p{M}+|([${ALPHABET}])(?![${ACCENT}])\\p{M}+`, 'gu')

/** One letter, one code: the composed form, and no full-width, mathematical, circled, joined or positional forms. */
const oneForm = (text: string) =>
  text
    .normalize('NFC')
    .replace(/[^\p{ASCII}]/gu, (letter) => (STAYS.test(letter) ? letter : letter.normalize('NFKC')))
    .replace(/\u0e4d\u0e32/g, '\u0e33')
    .replace(/\u0ecd\u0eb2/g, '\u0eb3')

/** Every script’s digits as 0-9, which all of them read; they come in runs of ten. */
const oneDigit = (text: string) =>
  text.replace(/(?![0-9])\p{Nd}/gu, (digit) => {
    const code = digit.codePointAt(0) as number
    let before = 0
    while (/\p{Nd}/u.test(String.fromCodePoint(code - before - 1))) before++
    return String(before % 10)
  })

/** Nothing that can’t be seen; a sequence in which the invisible parts do work is kept aside meanwhile. */
function onlyVisible(text: string): string {
  const kept: string[] = []
  const aside = oneEmoji(text.replace(/[\ufdd0-\ufdef]/g, ''), (emoji) => {
    kept.push(emoji)
    return '\ufdd0'
  })
  return aside
    .replace(/[\r\n\u0085\u2028\u2029\v\f]+/gu, '\n')
    .replace(/[\p{Zs}\t\u2800]/gu, ' ')
    .replace(/(?![\n\ufdd0])[\p{C}\p{Default_Ignorable_Code_Point}\ufffd]/gu, '')
    .replaceAll('\ufdd0', () => kept.shift() as string)
}

/** No marks on what carries none, one on a letter of our alphabets, three elsewhere and none twice. */
const fewMarks = (text: string) =>
  text
    .replace(/(?<![\p{L}\p{M}])\p{M}+/gu, '')
    .replace(STACKED, '$1$2')
    .replace(/(\p{M})\1+/gu, '$1')
    .replace(/(\p{M}{3})\p{M}+/gu, '$1')

const onePunctuation = (text: string) =>
  text
    .replace(/[‘’‚‛′‵´`ʼʻʹ‹›＇]/g, "'")
    .replace(/[“”„‟″‶«»〝〞]|''/g, '"')
    .replace(/[‐‑‒−⁃﹣]/g, '-')
    .replace(/[•∙⋅‧●◦▪‣⁌⁍]/g, '·')
    .replace(/[⁄∕]/g, '/')
    .replace(/(^|\n) *[-–—―·*]+ +/g, '$1- ')
    .replace(/ *(?:[―—]|-{2,}) */g, '—')
    .replace(/(?<=\d) *[–—] *(?=\d)|(?<=\S)–(?=\S)/g, '-')
    .replace(/(?<=\S) +[-–] +(?=\S)/g, '—')
    .replace(/\.(?: ?\.)+|…[.…]*/g, '…')
    .replace(/([!?,;:*~_"=#/\\|·—])\1+/g, (run, one) => (run === '//' ? run : one))
    .replace(/[!?]*(?:!\?|\?!)[!?]*/g, '?!')
    .replace(/(\p{L})\1{3,}/gu, '$1$1$1')

const oneBlank = (text: string) =>
  text
    .replace(/ {2,}/g, ' ')
    .replace(/ *\n[ \n]*/g, '\n')
    .replace(/ +(?=[,.!?;:…](?:\s|$))/g, '')
    .trim()

const STEPS = [onlyVisible, oneForm, oneDigit, oneAlphabet, fewMarks, onePunctuation, oneBlank]

/**
 * A text as others would see it. Its author sees this form, not what they typed, when they are asked to approve it, so
 * exactly what they saw goes out; and whatever can be typed in two ways that look alike, or nearly, is written in one,
 * so that no habit and no hidden mark links two texts of one author (T16). Folded, and why:
 *
 * - letters: accents in one code (é as one letter), full-width, mathematical, circled, joined (ﬁ) and Arabic positional
 *   forms as plain letters, phonetic letters and small capitals, look-alikes of another alphabet inside a word, other
 *   scripts’ digits, a letter four times or more (sooooo) as three;
 * - what can’t be seen: zero-width and control characters, soft hyphens, selectors, tags, private and unassigned codes;
 *   with them go Persian’s and Indic scripts’ joiners, without which words stay readable;
 * - marks heaped on a letter, on a digit or on nothing;
 * - blanks: all kinds as one, never two, none at an end or before a comma; every break as one new line, a paragraph;
 * - punctuation: curly quotes and primes as straight ones, all dashes between words as `—`, hyphens and minus as `-`,
 *   bullets as `-`, `...` as `…`, `!!!` as `!`, `!?!` as `?!`;
 * - skin tones of emoji, which tell who wrote.
 *
 * Left alone: accents and letters of every language, capitals and SHOUTING, spelling, emoji otherwise, ½, and blanks
 * that are missing: what a reader can see is the author’s own way of writing, and can link two texts. Folding twice
 * changes nothing. The result is well-formed and no longer than the text, but for the rare joined forms, each of which
 * becomes as many letters as it shows: check limits of length on the result.
 */
export function shareableText(text: string): string {
  let before = text.toWellFormed()
  // One step can open the way for another (a mark goes, and two blanks meet); ten rounds are far more than any needed.
  for (let round = 0; round < 10; round++) {
    const after = STEPS.reduce((now, step) => step(now), before)
    if (after === before) break
    before = after
  }
  return before
}
