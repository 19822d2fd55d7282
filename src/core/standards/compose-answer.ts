import type { Standards } from './load-standards.ts'
import { choiceOf, quotesOf } from './quote.ts'
import { SAY } from './say.ts'
import type { SpokenOf } from './spoken-of.ts'
import type { Clause } from './standard.ts'
import type { StandardsAnswer } from './standards-answer.ts'

export interface Considered {
  answer: StandardsAnswer
  /** Up to ten clauses, best first, whatever is answered: what the evaluation looks at. */
  ranked: string[]
  /** It can be understood only after what came before, so it is no question to keep. */
  followsUp?: true
  /** How likely it seemed, from 0 to 1, that a clause answers; only where clauses were ranked. */
  likely?: number
}

/** How many clauses are offered to choose from. */
const OFFERED = 3

/** An answer made of quotes; `rest` are clauses that "more" goes on with. */
export function quoted(
  standards: Standards,
  kind: StandardsAnswer['kind'],
  clauses: Clause[],
  {
    rest = [],
    facts = [],
    standards: named,
    ...more
  }: Partial<StandardsAnswer> & Partial<Pick<SpokenOf, 'rest' | 'facts' | 'standards'>>,
): Considered {
  const note = clauses.some((c) => c.section === 'knowledge') ? SAY.whatNotHow : null
  const quotes = quotesOf(standards, clauses)
  const context = {
    clauses: quotes.map((q) => q.clause),
    rest,
    facts,
    standards: named ?? [...new Set(quotes.map((q) => q.standard))],
  }
  return {
    answer: say(kind, { quotes, note, offerHelp: clauses.some((c) => c.offerHelp), context, ...more }),
    ranked: clauses.map((c) => c.uid),
  }
}

/** An answer that quotes nothing and offers the first of these clauses to choose from. */
export function offered(
  kind: StandardsAnswer['kind'],
  clauses: Clause[],
  rest: Partial<StandardsAnswer>,
  most: number = OFFERED,
): Considered {
  const first = clauses.slice(0, most)
  const shown = {
    clauses: first.map((c) => c.uid),
    rest: [],
    facts: [],
    standards: [...new Set(first.map((c) => c.standard))],
  }
  return {
    answer: say(kind, {
      choices: first.map(choiceOf),
      offerHelp: first.some((c) => c.offerHelp),
      context: first.length ? shown : null,
      ...rest,
    }),
    ranked: clauses.slice(0, 10).map((c) => c.uid),
  }
}

export const say = (kind: StandardsAnswer['kind'], rest: Partial<StandardsAnswer> = {}): StandardsAnswer => ({
  kind,
  say: [],
  quotes: [],
  choices: [],
  note: null,
  turnTo: [],
  hasMore: false,
  offerHelp: false,
  perhapsHarm: false,
  context: null,
  ...rest,
})
