import type { Clause } from '#core/standards/standard.ts'
import { type Dice, diceOf } from './seeded.ts'

/** A quotation, and the clause it is said to stand in. */
export interface Case {
  clause: Clause
  quote: string
}

/** One way to misquote: gives a case, or null where this clause has no place for it. */
type Misquote = (clause: Clause, dice: Dice, all: Clause[]) => Case | null

const words = (text: string): string[] => text.split(' ')
const cased = (like: string, word: string) => (/^\p{Lu}/u.test(like) ? word[0]?.toUpperCase() + word.slice(1) : word)
/** Puts another word in the place of one, and keeps its marks. */
const swapped = (word: string, other: string) => word.replace(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/u, (w) => cased(w, other))
const bare = (word: string) => word.toLowerCase().replace(/[^\p{L}\p{N}'’-]/gu, '')
const withText = (clause: Clause, text: string): Clause => ({ ...clause, text, printed: null })
const insert = (list: string[], at: number, ...more: string[]) => list.toSpliced(at, 0, ...more)

/** A copy of the clause with words put into it at some place inside, and the place. */
function inserted({ clause, dice, put }: { clause: Clause; dice: Dice; put: string }) {
  const all = words(clause.text)
  if (all.length < 5) return null
  const at = dice.between(1, all.length - 1)
  return { at, all: insert(all, at, ...words(put)) }
}

/** The clause says it with `put`, the quotation without; or the other way round. */
const dropOrAdd =
  (list: readonly string[]): Misquote =>
  (clause, dice) => {
    const made = inserted({ clause, dice, put: dice.pick(list) })
    if (!made) return null
    const longer = made.all.join(' ')
    return dice.between(0, 1)
      ? { clause: withText(clause, longer), quote: clause.text }
      : { clause, quote: dice.between(0, 1) ? longer : part(made.all, made.at, dice) }
  }

/** Some words of a list around one place. */
function part(all: string[], at: number, dice: Dice): string {
  const from = dice.between(0, Math.max(0, at - 1))
  return all.slice(from, dice.between(Math.max(at + 1, from + 4), all.length)).join(' ')
}

const MODALS = ['must', 'may', 'should', 'can', 'could', 'might', 'need not', 'must not', 'shall', 'will']
const NUMBERS = [
  '1',
  '2',
  '3',
  '5',
  '7',
  '10',
  '14',
  '28',
  '30',
  '100',
  '2014',
  '2016',
  '2021',
  'two',
  'three',
  'five',
  'seven',
  'ten',
]
const ACTORS = [
  'trainers',
  'police',
  'councils',
  'landlords',
  'managers',
  'funders',
  'parents',
  'volunteers',
  'you',
  'they',
  'nobody',
  'experts',
]
const SYNONYMS: Record<string, string> = {
  support: 'help',
  identify: 'find',
  communities: 'neighbourhoods',
  community: 'neighbourhood',
  encourage: 'urge',
  others: 'people',
  partnerships: 'alliances',
  networks: 'circles',
  enable: 'let',
  organisations: 'bodies',
  work: 'labour',
  working: 'labouring',
  individuals: 'persons',
  needs: 'wants',
  information: 'facts',
  practice: 'conduct',
  how: 'in what way',
  rights: 'entitlements',
  principles: 'rules',
  standard: 'norm',
  groups: 'bands',
  evaluate: 'assess',
  concerns: 'worries',
  actions: 'deeds',
  changes: 'alterations',
  role: 'part',
  importance: 'weight',
  resources: 'means',
  issues: 'matters',
  benefits: 'gains',
  methods: 'ways',
  promote: 'advance',
  aims: 'goals',
  and: 'plus',
  to: 'towards',
  the: 'some',
  of: 'from',
}
const DENIALS = [
  'not',
  'never',
  'do not',
  'no',
  'cannot',
  'without',
  'must not',
  'should never',
  'only',
  'unless asked',
]
/** What, put after some words, takes part of them back. */
const TAKEN_BACK = [
  'unless they object',
  'except in an emergency',
  'but only with consent',
  'if they have asked for it',
  'without telling others',
  'only where the law allows',
  'until the review',
  'provided that they agree',
  'as long as it is safe',
  'in line with the policy',
  'subject to the law',
  'but not alone',
  'when they are ready',
  'other than children',
]
/** What, put before some words, denies or supposes them. */
const DENIED = [
  'do not',
  'never',
  'it is not required to',
  'you must not',
  'nobody has to',
  'refuse to',
  'avoid having to',
  'unless you',
  'if you',
  'whether to',
  'without asking to',
  'rather than',
  'it is impossible to',
  'there is no need to',
  'you may',
  'you should',
  'failing to',
  'only experts',
]

const changed =
  (choose: (word: string, dice: Dice) => string | null): Misquote =>
  (clause, dice) => {
    const all = words(clause.text)
    const fits = all.flatMap((word, i) => (choose(word, dice) === null ? [] : [i]))
    if (!fits.length) return null
    const at = dice.pick(fits)
    const mutant = all.with(at, choose(all[at] as string, dice) as string)
    return { clause, quote: dice.between(0, 2) ? mutant.join(' ') : part(mutant, at, dice) }
  }
const replaceOne = (fits: RegExp, others: readonly string[]): Misquote =>
  changed((word, dice) => {
    if (!fits.test(bare(word))) return null
    return swapped(word, dice.pick(others.filter((other) => other !== bare(word))))
  })
/** Where a clause has no word of the kind, one is put into a copy of the clause, and another into the quotation. */
const swapIn =
  (fits: RegExp, others: readonly string[]): Misquote =>
  (clause, dice, all) => {
    if (words(clause.text).some((word) => fits.test(bare(word))) && dice.between(0, 1))
      return replaceOne(fits, others)(clause, dice, all)
    const [one, two] = [dice.pick(others), dice.pick(others)]
    const made = inserted({ clause, dice, put: one })
    if (!made || one === two) return null
    const quote = made.all.toSpliced(made.at, words(one).length, two).join(' ')
    return { clause: withText(clause, made.all.join(' ')), quote }
  }

export const MISQUOTES: Record<string, Misquote> = {
  'a negation dropped or put in': dropOrAdd(DENIALS),
  'must for may and the like': swapIn(/^(must|may|should|can|could|might|will|shall)$/, MODALS),
  'another number': swapIn(/^(\d+|one|two|three|four|five|six)$/, NUMBERS),
  'another actor': swapIn(
    /^(you|they|individuals?|communit(y|ies)|groups?|organisations?|others|people|members|networks|partnerships|practitioners)$/,
    ACTORS,
  ),
  'clauses spliced': (clause, dice, all) => {
    const [one, two] = [words(clause.text), words(dice.pick(all).text)]
    if (one.length < 4 || two.length < 4) return null
    const head = one.slice(0, dice.between(2, one.length))
    const tail = two.slice(dice.between(0, two.length - 2))
    return { clause, quote: [...head, ...tail].join(' ') }
  },
  'a part that turns the meaning': (clause, dice) => {
    const all = words(clause.text)
    // In one sentence: what another sentence says is not left out of this one.
    if (all.length < 5 || /[.;:!?] /.test(clause.text)) return null
    if (dice.between(0, 1)) {
      const denied = insert(all, 0, ...words(dice.pick(DENIED)))
      return { clause: withText(clause, denied.join(' ')), quote: all.slice(0, dice.between(3, all.length)).join(' ') }
    }
    const text = `${clause.text.replace(/[.,;:]$/, '')} ${dice.pick(TAKEN_BACK)}`
    return { clause: withText(clause, text), quote: all.slice(0, dice.between(3, all.length)).join(' ') }
  },
  'under another clause’s id': (clause, dice, all) => {
    const other = dice.pick(all)
    const list = words(clause.text)
    const from = list.length > 6 ? dice.between(0, list.length - 6) : 0
    const quote = dice.between(0, 1) ? clause.text : list.slice(from, dice.between(from + 5, list.length)).join(' ')
    return { clause: other, quote }
  },
  'words in another order': (clause, dice) => {
    const all = words(clause.text)
    if (all.length < 4) return null
    const [i, j] = [dice.between(0, all.length - 1), dice.between(0, all.length - 1)]
    if (bare(all[i] as string) === bare(all[j] as string)) return null
    const mutant = all.with(i, all[j] as string).with(j, all[i] as string)
    return { clause, quote: mutant.join(' ') }
  },
  'one synonym': changed((word) => {
    const other = SYNONYMS[bare(word)]
    return other ? swapped(word, other) : null
  }),
  'cut short': (clause, dice) => {
    const all = words(clause.text)
    if (all.length < 5) return null
    const at = dice.between(3, all.length - 1)
    const last = all[at] as string
    const first = all[0] as string
    const cuts = [
      () => [...all.slice(0, at), last.slice(0, Math.ceil(last.length / 2))],
      () => [first.slice(Math.ceil(first.length / 2)), ...all.slice(1, at)],
      () => [...all.slice(0, at), '…'],
      () => ['...', ...all.slice(1)],
      () => [...all.slice(0, 2), '…', ...all.slice(at)],
      () => [...all.slice(0, 1), ...all.slice(at)],
      () => all.slice(0, 2),
    ]
    return { clause, quote: dice.pick(cuts)().join(' ') }
  },
  'cut short before its condition': (clause, dice) => {
    const whole = clause.text.replace(/[.,;:]$/, '')
    const text = `${whole}${dice.pick([' ', ', '])}${dice.pick(TAKEN_BACK)}`
    return words(whole).length < 3
      ? null
      : { clause: withText(clause, text), quote: dice.pick([whole, `${whole}.`, `“${whole}”`]) }
  },
}

/** Words side by side in a text, whatever their marks and capitals: what by chance still stands is no misquotation. */
const standsIn = (text: string, quote: string): boolean => {
  const plain = (t: string) =>
    ` ${(
      t
        .normalize('NFKC')
        .toLowerCase()
        .match(/[\p{L}\p{N}…]+|\.\.\./gu) ?? []
    ).join(' ')} `
  return plain(text).includes(plain(quote))
}
const TURNS = /turns the meaning|before its condition/

/** So many different misquotations of one kind, from every clause that has a place for one. */
export function misquote(kind: string, all: Clause[], count: number): Case[] {
  const dice = diceOf(kind.length * 7919 + 1)
  const cases = new Map<string, Case>()
  for (let turn = 0; cases.size < count && turn < count * 60; turn++) {
    const made = MISQUOTES[kind]?.(all[turn % all.length] as Clause, dice, all)
    if (!made || made.quote.trim() === '') continue
    const stands = standsIn(made.clause.text, made.quote) || standsIn(made.clause.printed ?? '', made.quote)
    // Cut short to two words, it stands there and is no quotation all the same.
    if (stands && !TURNS.test(kind) && words(made.quote).length > 2) continue
    cases.set(JSON.stringify([made.clause.uid, made.clause.text, made.quote]), made)
  }
  return [...cases.values()]
}
