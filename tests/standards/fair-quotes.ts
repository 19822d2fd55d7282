import type { Clause } from '#core/standards/standard.ts'
import type { Case } from './misquotes.ts'
import { type Dice, diceOf } from './seeded.ts'

type Fair = (text: string, dice: Dice) => string

const everyOther = (text: string, from: string, to: string, dice: Dice) =>
  text.replaceAll(from, () => (dice.between(0, 1) ? to : from))
const inside = (word: string, put: string) => (word.length > 4 ? `${word.slice(0, 3)}${put}${word.slice(3)}` : word)
const wide = (text: string) => text.replace(/[A-Za-z]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0))

/** What changes no word of a quotation. */
export const FAIR: Record<string, Fair> = {
  'as it stands': (text) => text,
  'forms of letters': (text, dice) =>
    dice.pick([
      () => text.normalize('NFD'),
      () => wide(text),
      () => text.replaceAll('fi', 'ﬁ').replaceAll('fl', 'ﬂ'),
    ])(),
  'kinds of apostrophes and quotation marks': (text, dice) =>
    dice.pick([() => text.replaceAll("'", '’'), () => text.replaceAll('’', "'"), () => text.replace(/['’]/g, '´')])(),
  dashes: (text, dice) => text.replace(/[-–]/g, () => dice.pick(['‐', '‑', '–', '—', '−', '-'])),
  'white space': (text, dice) =>
    `${dice.pick(['', ' ', '\n\t'])}${everyOther(text, ' ', dice.pick(['  ', '\u00a0', '\n', '\u2009', ' \n ']), dice)} `,
  'soft hyphens and joiners': (text, dice) =>
    text
      .split(' ')
      .map((word) => (dice.between(0, 2) ? word : inside(word, dice.pick(['\u00ad', '\u200b', '\u2060']))))
      .join(' '),
  'the first letter': (text, dice) =>
    `${dice.between(0, 1) ? text.slice(0, 1).toUpperCase() : text.slice(0, 1).toLowerCase()}${text.slice(1)}`,
  'quotation marks around it': (text, dice) => {
    const [open, close] = dice.pick(['“”', '""', '‘’', "''", '«»', '„“']) as string
    return `${open}${text}${close}`
  },
  'a full stop': (text, dice) => (/[.,;:]$/.test(text) ? text : dice.pick([`${text}.`, `“${text}.”`, `“${text}”.`])),
}

/** Words beside which a part of a clause may say something else. In a clause with none of them every part is fair. */
const RISKY =
  /\b(not?|non|never|without|unless|except|only|if|but|may|might|must|should|can|could|would|will|when|where|within|until|before|rather|less|lack|prevent|avoid|according|subject|as (far|long) as|in line|barriers?|impossible|minimise)\b/i

/** A whole clause, or three whole words or more of one in which nothing can be turned. */
function someWords({ text }: Clause, dice: Dice): string {
  const words = text.split(' ')
  if (words.length < 6 || RISKY.test(text) || dice.between(0, 2) === 0) return text
  const from = dice.between(0, words.length - 4)
  const part = words.slice(from, dice.between(from + 4, words.length)).join(' ')
  return part.replace(/^["'(]|[,;:]$/g, '')
}

/** So many different fair quotations, from every clause, one to three changes on each. */
export function quoteFairly(all: Clause[], count: number): (Case & { ways: string[] })[] {
  const dice = diceOf(2026)
  const cases = new Map<string, Case & { ways: string[] }>()
  for (let turn = 0; cases.size < count; turn++) {
    const clause = all[turn % all.length] as Clause
    const names = Object.keys(FAIR)
    const ways = [...new Set([names[turn % names.length] as string, ...(dice.between(0, 2) ? [] : [dice.pick(names)])])]
    const quote = ways
      // Marks come last: they stand around all the rest.
      .toSorted((a, b) => names.indexOf(a) - names.indexOf(b))
      .reduce((text, way) => FAIR[way]?.(text, dice) ?? text, someWords(clause, dice))
    cases.set(`${clause.uid} ${quote}`, { clause, quote, ways })
  }
  return [...cases.values()]
}
