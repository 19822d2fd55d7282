import { answerQuestion, type Considered } from './answer-question.ts'
import type { Standards } from './load-standards.ts'

/** One line of `questions-dev.jsonl` or `questions-unseen.jsonl`. `gold` holds every acceptable clause; `aspects` the parts of a double question. */
export interface EvalQuestion {
  id: string
  kind: 'answerable' | 'unanswerable' | 'adversarial' | 'in passing'
  type: string
  q: string
  gold: string[]
  aspects?: string[][]
  /** Who seems to ask, such as a trainer, or how, such as dictated. */
  voice?: string
  /** Whether it keeps near the words of its clause or far from them. */
  words?: 'near' | 'far'
}

/** What people said to the companion and asked nothing with: no clause should be quoted. */
export const saidInPassing = (messages: string[]): EvalQuestion[] =>
  messages.map((q, i) => ({ id: `passing-${i}`, kind: 'in passing', type: 'said', q, gold: [] }))

export type Decision = 'answer' | 'hedge' | 'refuse' | 'signpost'

export interface Asked {
  q: EvalQuestion
  result: Considered
  decision: Decision
}

export function decisionOf({ answer }: Considered): Decision {
  if (answer.kind === 'harm' || answer.perhapsHarm) return 'signpost'
  if (answer.kind === 'hedge') return 'hedge'
  return answer.quotes.length ? 'answer' : 'refuse'
}

export const askAll = (standards: Standards, questions: EvalQuestion[]): Asked[] =>
  questions.map((q) => {
    const result = answerQuestion(standards, { question: q.q })
    return { q, result, decision: decisionOf(result) }
  })

/** The share of a double question's parts that these clauses answer; 1 or 0 for a simple one. */
const hit = ({ aspects, gold }: EvalQuestion, uids: string[]): number =>
  aspects
    ? aspects.filter((a) => a.some((u) => uids.includes(u))).length / aspects.length
    : Number(gold.some((u) => uids.includes(u)))

/** Percentages to a tenth, by name; MRR@10 from 0 to 100 as well. Only what the questions give is there. */
export type Figures = Record<string, number>

const percent = (part: number, whole: number): number => Math.round((1000 * part) / whole) / 10

/** The figures that are demanded, for any set of questions. */
export function figuresOf(asked: Asked[]): Figures {
  const figures: Figures = {}
  const put = (name: string, of: Asked[], score: (a: Asked) => number) => {
    const sum = of.reduce((all, a) => all + score(a), 0)
    if (of.length) figures[name] = percent(sum, of.length)
  }
  const answerable = asked.filter(({ q }) => q.kind === 'answerable')
  const inWords = answerable.filter(({ q }) => q.type !== 'id')
  for (const k of [1, 3, 5, 10])
    put(`right clause @${k}`, inWords, ({ q, result }) => hit(q, result.ranked.slice(0, k)))
  put('MRR@10', inWords, ({ q, result }) => {
    const place = result.ranked.findIndex((u) => q.gold.includes(u))
    return place < 0 ? 0 : 1 / (place + 1)
  })
  put(
    'look-ups right',
    answerable.filter(({ q }) => q.type === 'id'),
    ({ q, result }) => Number(q.gold.includes(result.answer.quotes[0]?.clause ?? '')),
  )
  put(
    'right clause among the quotes, when answered',
    answerable.filter((a) => a.decision === 'answer'),
    ({ q, result }) => Number(result.answer.quotes.some((quote) => q.gold.includes(quote.clause))),
  )
  for (const kind of ['answerable', 'unanswerable', 'adversarial', 'in passing'] as const)
    for (const decision of ['answer', 'hedge', 'refuse', 'signpost'] as const)
      put(
        `${kind}: ${decision}`,
        asked.filter(({ q }) => q.kind === kind),
        (a) => Number(a.decision === decision),
      )
  return figures
}

/** A line for each question that went wrong, with the first clauses found. */
export const missesOf = (asked: Asked[]): string[] =>
  asked
    .filter(({ q, decision, result }) =>
      q.kind === 'answerable'
        ? decision === 'refuse' || decision === 'signpost' || !hit(q, result.ranked.slice(0, 3))
        : decision === 'answer',
    )
    .map(({ q, decision, result }) => `${q.id} ${decision.padEnd(8)} ${q.q}  [${result.ranked.slice(0, 3).join(' ')}]`)
