import { answerQuestion, type Considered } from './answer-question.ts'
import type { Standards } from './load-standards.ts'

/** One line of `questions-dev.jsonl`. `gold` holds every acceptable clause; `aspects` the parts of a double question. */
export interface EvalQuestion {
  id: string
  kind: 'answerable' | 'unanswerable' | 'adversarial'
  type: string
  q: string
  gold: string[]
  aspects?: string[][]
}

export type Decision = 'answer' | 'hedge' | 'refuse' | 'signpost'

export function decisionOf({ answer }: Considered): Decision {
  if (answer.kind === 'harm') return 'signpost'
  if (answer.kind === 'hedge') return 'hedge'
  return answer.quotes.length ? 'answer' : 'refuse'
}

const percent = (part: number, whole: number) => `${((100 * part) / Math.max(1, whole)).toFixed(1)}%`

/** How well a set of questions is answered: the figures that are demanded, and a line for each miss. */
export function measureAnswers(standards: Standards, questions: EvalQuestion[]) {
  const asked = questions.map((q) => {
    const result = answerQuestion(standards, { question: q.q })
    return { q, result, decision: decisionOf(result) }
  })
  const answerable = asked.filter(({ q }) => q.kind === 'answerable')
  const unanswerable = asked.filter(({ q }) => q.kind === 'unanswerable')
  const adversarial = asked.filter(({ q }) => q.kind === 'adversarial')
  const lookups = answerable.filter(({ q }) => q.type === 'id')
  const inWords = answerable.filter(({ q }) => q.type !== 'id')
  const hit = (q: EvalQuestion, uids: string[]) =>
    q.aspects
      ? q.aspects.filter((a) => a.some((u) => uids.includes(u))).length / q.aspects.length
      : Number(q.gold.some((u) => uids.includes(u)))
  const at = (k: number) =>
    percent(
      inWords.reduce((sum, { q, result }) => sum + hit(q, result.ranked.slice(0, k)), 0),
      inWords.length,
    )
  const reciprocal = inWords
    .map(({ q, result }) => result.ranked.findIndex((u) => q.gold.includes(u)))
    .map((i) => (i < 0 ? 0 : 1 / (i + 1)))
  const answered = answerable.filter((a) => a.decision === 'answer')
  const shownRight = answered.filter(({ q, result }) =>
    result.answer.quotes.some((quote) => q.gold.includes(quote.clause)),
  )
  const share = (list: typeof asked, decision: Decision) =>
    percent(list.filter((a) => a.decision === decision).length, list.length)
  const figures = {
    'right clause @1 / @3 / @5 / @10': [1, 3, 5, 10].map(at).join(' / '),
    'MRR@10': (reciprocal.reduce((a, b) => a + b, 0) / inWords.length).toFixed(3),
    'look-ups right': percent(
      lookups.filter(({ q, result }) => q.gold.includes(result.answer.quotes[0]?.clause ?? '')).length,
      lookups.length,
    ),
    'a right clause among the quotes, when answered': percent(shownRight.length, answered.length),
    'answerable: answered / hedged / refused': (['answer', 'hedge', 'refuse'] as const)
      .map((d) => share(answerable, d))
      .join(' / '),
    'answerable: wrongly signposted': share(answerable, 'signpost'),
    'unanswerable: answered / hedged / refused': (['answer', 'hedge', 'refuse'] as const)
      .map((d) => share(unanswerable, d))
      .join(' / '),
    'adversarial: answered / hedged / refused': (['answer', 'hedge', 'refuse'] as const)
      .map((d) => share(adversarial, d))
      .join(' / '),
  }
  const misses = asked
    .filter(({ q, decision, result }) =>
      q.kind === 'answerable'
        ? decision === 'refuse' || decision === 'signpost' || !hit(q, result.ranked.slice(0, 3))
        : decision === 'answer',
    )
    .map(({ q, decision, result }) => `${q.id} ${decision.padEnd(8)} ${q.q}  [${result.ranked.slice(0, 3).join(' ')}]`)
  return { figures, misses, asked }
}
