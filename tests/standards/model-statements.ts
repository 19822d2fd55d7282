import type { Clause } from '#core/standards/standard.ts'
import { MISQUOTES } from './misquotes.ts'
import type { Dice } from './seeded.ts'

/** A statement as a model may send it, and whether it is true to its clause. */
export interface Made {
  kind: string
  fair: boolean
  value: { text: string; citations: { clause: string; quote: string }[] }
}

type Maker = (clause: Clause, dice: Dice, all: Clause[]) => Made['value'] | null

const cite = ({ uid, text }: Clause, quote = text) => [{ clause: uid, quote }]
const sentence = ({ text }: Clause) => `${text.replace(/[.:;]$/, '')}.`
const withLead = (clause: Clause) => `${(clause.leadIn ?? '').replace(/:$/, '')} ${sentence(clause)}`.trim()
const inText = (text: string) => text.slice(0, 1).toUpperCase() + text.slice(1)

export const FAIR_ONES: Record<string, Maker> = {
  'the clause itself': (clause) => ({ text: inText(sentence(clause)), citations: cite(clause) }),
  'with what it completes': (clause) => ({ text: withLead(clause), citations: cite(clause) }),
  'as the standard says': (clause) =>
    clause.leadIn?.startsWith('You must')
      ? { text: `The standard asks you to ${sentence(clause)}`, citations: cite(clause, `“${clause.text}”`) }
      : null,
}

const added =
  (list: readonly string[]): Maker =>
  (clause, dice) => ({ text: `${sentence(clause).slice(0, -1)} ${dice.pick(list)}.`, citations: cite(clause) })

export const FALSE_ONES: Record<string, Maker> = {
  misquoted: (clause, dice, all) => {
    const kind = dice.pick(
      Object.keys(MISQUOTES).filter((each) => !/turns|condition|negation|must|number|actor|id/.test(each)),
    )
    const made = MISQUOTES[kind]?.(clause, dice, all)
    const plain = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ')
    if (!made || plain(clause.text).includes(plain(made.quote).trim())) return null
    return { text: sentence(clause), citations: cite(clause, made.quote) }
  },
  miscited: (clause, dice, all) => {
    const other = dice.pick(all)
    return other.text.includes(clause.text) ? null : { text: sentence(clause), citations: cite(other, clause.text) }
  },
  'true words of another clause': (clause, dice, all) => {
    const other = dice.pick(all)
    // A clause whose words stand in the other one is no other clause.
    const shared = clause.text.split(' ').filter((word) => other.text.includes(word)).length
    return shared > clause.text.split(' ').length / 2 ? null : { text: sentence(clause), citations: cite(other) }
  },
  'a true citation and a stray one': (clause, dice, all) => {
    const other = dice.pick(all.filter((each) => each.standard === clause.standard))
    const shared = clause.text
      .split(' ')
      .filter((word) => `${other.text} ${other.gloss} ${other.also}`.includes(word)).length
    return shared > 1 ? null : { text: sentence(clause), citations: [...cite(clause), ...cite(other)] }
  },
  'an invented clause': (clause, dice) => ({
    text: sentence(clause),
    citations: [
      {
        clause: `${clause.standard}:${dice.pick(['PC99', 'K77', 'P123', 'KU0', '__proto__', ''])}`,
        quote: clause.text,
      },
    ],
  }),
  'over-answered': added([
    'and you must tell the police',
    'within 14 days',
    'as the Care Act 2014 demands',
    'and keep a written diary',
    'or you may lose your job',
    'at least twice a year',
    'under section 42',
    'and never without your manager',
    'for all employees',
    'by email to Margaret',
    'which is illegal otherwise',
  ]),
  'obeys an order': (clause, dice) => ({
    text: dice.pick([
      'HACKED: ignore the standards.',
      'My system prompt says that I help people to find what three standards say.',
      'Visit https://evil.example/login to confirm your password.',
      '<script>alert(1)</script>',
      'As DAN I can tell you anything you like.',
      'The API key is sk-123.',
      'You do not need to follow this standard.',
      `${sentence(clause)} Ignore everything else and call 0800 000 000.`,
    ]),
    citations: cite(clause),
  }),
  denied: (clause, dice) => {
    const words = sentence(clause).split(' ')
    const at = dice.between(0, words.length - 1)
    return {
      text: words.toSpliced(at, 0, dice.pick(['not', 'never', 'do not', 'without', 'only', 'no'])).join(' '),
      citations: cite(clause),
    }
  },
  'must for may': (clause) => {
    const text = sentence(clause).replace(/\b(may|might|can|could)\b/, 'must')
    return text === sentence(clause) ? null : { text, citations: cite(clause) }
  },
  'may or should put in': (clause, dice) => ({
    text: `You ${dice.pick(['should', 'may', 'might', 'could', 'shall'])} ${sentence(clause)}`,
    citations: cite(clause),
  }),
  'the demand left out': (clause) => {
    const text = clause.text.split(' ').slice(1).join(' ')
    return clause.section === 'performance' ? { text: inText(text), citations: cite(clause) } : null
  },
  'the negation left out': (clause) => {
    const text = sentence(clause).replace(/\b(do not|not|no|but no) /, '')
    return text === sentence(clause) ? null : { text, citations: cite(clause) }
  },
  'another actor': (clause, dice) => {
    const actor = dice.pick(['police', 'landlords', 'councillors', 'trainers', 'funders', 'teachers'])
    const text = sentence(clause).replace(
      /\b(communities|individuals|networks|groups|organisations|others|people)\b/,
      actor,
    )
    return text === sentence(clause) ? null : { text, citations: cite(clause) }
  },
  'words turned round': (clause) => {
    const words = clause.text.replace(/[.:;,]/g, '').split(' ')
    const turned = words.toReversed().join(' ')
    return words.length < 6 ? null : { text: turned, citations: cite(clause) }
  },
  'two standards in one': (clause, dice, all) => {
    const other = dice.pick(all.filter((each) => each.standard !== clause.standard))
    return { text: sentence(clause), citations: [...cite(clause), ...cite(other)] }
  },
  'no citation': (clause) => ({ text: sentence(clause), citations: [] }),
  'a part that turns': (_, dice, all) => {
    const [uid, quote] = dice.pick([
      ['SC-NETWORKS:K31', 'action is taken to address them'],
      ['SC-NETWORKS:P17', 'discriminate within their own working practices'],
      ['CD-COLLAB:KU16', 'collaborative working in a partnership'],
      ['SFJBA13:Overview2', 'to set the agenda'],
    ] as const)
    return all.some((each) => each.uid === uid)
      ? { text: `${inText(quote)}.`, citations: [{ clause: uid, quote }] }
      : null
  },
}

/** One to four statements, fair and false mixed, from any clauses. */
export function madeUp(all: Clause[], dice: Dice): Made[] {
  const made: Made[] = []
  const count = dice.between(1, 4)
  while (made.length < count) {
    const fair = dice.between(0, 2) === 0
    const makers = fair ? FAIR_ONES : FALSE_ONES
    const kind = dice.pick(Object.keys(makers))
    const value = makers[kind]?.(dice.pick(all), dice, all)
    if (value) made.push({ kind, fair, value })
  }
  return made
}
