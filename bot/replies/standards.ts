import type { Help } from '#core/content/help.ts'
import type {
  CitedClause,
  ModelOutcome,
  Quote,
  RankingOutcome,
  StandardsAnswer,
  Statement,
} from '#core/standards/standards-answer.ts'
import type { Card, Choice, Quoted } from './card.ts'
import { NOT_WHAT_I_ASKED, WRITE_TO_A_PERSON } from './hand-off.ts'
import { harmCard, withHelpFirst } from './harm.ts'

export const USE_MODEL = 'use the model'

/**
 * What the standards say, as cards: the quotes as they are, and sentences from a fixed list around them. `offersModelFor`:
 * the question that its asker may let a model read.
 */
export function standardsCards(answer: StandardsAnswer, help: Help, offers: Offers = {}): Card[] {
  if (answer.kind === 'harm') return [harmCard(help)]
  const card = answerCard(answer, offers)
  return answer.perhapsHarm ? withHelpFirst(card, help) : [card]
}

interface Offers {
  offersModelFor?: string
  /** What comes next may be asked for here: other clauses, or a text for a person. */
  goesOn?: boolean
}

/** The standards' own words, while a model is asked: what may be done next stands under what follows. */
export const beforeModel = (answer: StandardsAnswer): Card => answerCard(answer, {})

/** What became of the model, after the standards' own words. Nothing where nobody waited for it. */
export function modelCard(answer: StandardsAnswer): Card[] {
  const { model, say, statements, note, context } = answer
  if (model?.outcome === 'stopped') return []
  return [
    {
      paragraphs: say.slice(0, 1),
      quotes: statements ? inStatements(statements).map(toQuoted) : [],
      after: statements && note ? [note] : [],
      choices: nextFor(answer),
      ...(context && { about: context }),
      ...smallOf(wentTo(answer)),
    },
  ]
}

/** What a refusal names, where a person may know. */
const A_PERSON = /\byour (?:trainer|assessor|manager|employer)\b/

/** A text for a person is offered where the standards don't help and one may, and nothing where somebody may be being hurt. */
function nextFor(answer: StandardsAnswer): Choice[] {
  if (!mayGoOn(answer)) return []
  if (answer.kind === 'refusal' || answer.kind === 'not-loaded')
    return answer.turnTo.some((to) => A_PERSON.test(to)) ? [WRITE_TO_A_PERSON] : []
  return answer.kind === 'answer' || answer.kind === 'hedge' ? [NOT_WHAT_I_ASKED] : []
}

/** Of what may be about somebody being hurt nothing is offered but where to turn. */
export const mayGoOn = ({ kind, perhapsHarm, offerHelp }: StandardsAnswer): boolean =>
  kind !== 'harm' && !perhapsHarm && !offerHelp

const smallOf = (small: string[]): Pick<Card, 'small'> => (small.length ? { small } : {})
const wentTo = ({ model, ranking }: StandardsAnswer): string[] => [
  ...(model && ASKED.has(model.outcome) ? [sentTo(model.host)] : []),
  ...(ranking && ranking.outcome !== 'offered' ? [RANKED[ranking.outcome](ranking.host)] : []),
]

function answerCard(answer: StandardsAnswer, { offersModelFor, goesOn = false }: Offers): Card {
  const turnTo = answer.turnTo.length ? [`You could try: ${answer.turnTo.join('; ')}.`] : []
  const { model, ranking } = answer
  const offer = offersModelFor ? [model, ranking].find((one) => one?.outcome === 'offered') : undefined
  const label = model?.outcome === 'offered' ? 'Let a model answer too' : 'Let a model look too'
  const small = offer ? [offerOf(label, offer.host)] : wentTo(answer)
  return {
    paragraphs: answer.say,
    quotes: (answer.statements ? inStatements(answer.statements) : answer.quotes).map(toQuoted),
    after: [...(answer.note ? [answer.note] : []), ...turnTo],
    choices: [
      ...answer.choices.map(({ label, heading, ask }) => ({ say: ask ?? label, detail: heading })),
      ...(answer.hasMore ? [{ say: 'more', label: 'Show more' }] : []),
      ...(offer ? [{ say: `${USE_MODEL}: ${offersModelFor}`, label }] : []),
      ...(goesOn ? nextFor(answer) : []),
    ],
    ...(answer.context && { about: answer.context }),
    links: answer.offerHelp ? [{ label: 'Get help, if somebody is being harmed', href: '/help' }] : [],
    ...smallOf(small),
  }
}

const offerOf = (label: string, host: string): string =>
  `“${label}” sends this question to ${host}, a computer program that ${
    label.includes('answer') ? 'writes sentences' : 'compares what texts mean'
  }. It gets what you ask the standards, and nothing else of yours: no answer, no name, no e-mail address or telephone number.${
    label.includes('answer') ? ' Each of its sentences is checked against the standards first.' : ''
  }`
/** What comes of a model only when the question went to it. */
const ASKED = new Set<ModelOutcome>(['answered', 'nothing-verified', 'late'])
const sentTo = (host: string): string => `Your question went to a model at ${host}. To stop that, write “no model”.`

/** Who ordered the clauses, where an endpoint was asked to. */
const RANKED: Record<Exclude<RankingOutcome, 'offered'>, (host: string) => string> = {
  ranked: (host) =>
    `Your question went to ${host}, which compared its meaning with the clauses’. To stop that, write “no model”.`,
  late: (host) => `Your question went to ${host}, which didn’t answer in time. I found these clauses by myself.`,
  down: (host) => `${host} could not be reached or gave nothing of use. I found these clauses by myself.`,
  'over-budget': (host) => `${host} has been asked as often as it may today. I found these clauses by myself.`,
}

export const modelOn: Card = {
  paragraphs: [
    'From now on a model may read what you ask the standards, where one is set. It never gets an answer of yours.',
  ],
  choices: [{ say: 'no model' }],
}
export const modelOff: Card = {
  paragraphs: ['No model reads what you ask. You get the standards’ own words.'],
}

/** The clauses of each sentence, whole, under it. */
const inStatements = (statements: Statement[]): Shown[] =>
  statements.flatMap(({ text, citations }) => citations.map((cited, i) => ({ ...cited, said: i === 0 ? text : null })))

type Shown = Quote & Partial<Pick<CitedClause, 'marks'>> & { said?: string | null }

/** A standard's status is said once, under the last of its quotes. */
function toQuoted(quote: Shown, i: number, all: Shown[]): Quoted {
  const last = all[i + 1]?.standard !== quote.standard
  return {
    leadIn: quote.leadIn,
    text: quote.text,
    parts: quote.parts.map(({ label, text }) => ({ label, text })),
    label: quote.label,
    href: quote.path,
    ...(quote.said ? { said: quote.said } : {}),
    ...(quote.marks ? { marks: quote.marks } : {}),
    heading: quote.heading,
    status: last ? `From “${quote.standardTitle}”. ${quote.statusNote}` : null,
  }
}
