import { possibleHarm } from '../privacy/possible-harm.ts'
import { cleanQuestion } from './clean-question.ts'
import { chances, decide } from './decide.ts'
import { findFacts } from './find-facts.ts'
import { findLabels } from './find-label.ts'
import { findOtherStandard } from './find-other-standard.ts'
import { findOutOfScope } from './find-out-of-scope.ts'
import { findPlace } from './find-place.ts'
import type { Standards } from './load-standards.ts'
import { choiceOf, quotesOf } from './quote.ts'
import { type Ranking, rank } from './rank.ts'
import { SAY } from './say.ts'
import type { Clause } from './standard.ts'
import type { Choice, StandardsAnswer } from './standards-answer.ts'
import { contentWords } from './words.ts'

export interface Considered {
  answer: StandardsAnswer
  /** Up to ten clauses, best first, whatever is answered: what the evaluation looks at. */
  ranked: string[]
  /** How likely it seemed, from 0 to 1, that a clause answers; only where clauses were ranked. */
  likely?: number
}

const FIRST = 3
const MORE = 7
/** A clause far behind the best one isn't quoted beside it. */
const NEAR_ENOUGH = 0.45

/** Answers a question from the standards: look-ups first, then ranking, then an honest refusal. */
export function answerQuestion(standards: Standards, asked: { question: string; more?: boolean }): Considered {
  if (possibleHarm(asked.question)) return { answer: say('harm'), ranked: [] }
  const { text } = cleanQuestion(asked.question)
  if (!/[\p{L}\p{N}]/u.test(text))
    return { answer: say('refusal', { say: [SAY.notAQuestion], turnTo: SAY.askInstead }), ranked: [] }
  return findLookup(standards, text) ?? fromRanking(standards, text, asked.more ?? false)
}

/** What needs no ranking: a clause by its label, a document's facts, another standard by name. */
function findLookup(standards: Standards, text: string): Considered | null {
  const topic = findOutOfScope(standards.outOfScope, text)
  // Somebody who wants a clause for harm or a forgery isn't looking it up.
  if (topic?.id === 'against' || topic?.id === 'deceive') return null
  const labels = findLabels(standards, text)
  const place = labels ? null : findPlace(standards, text)
  if (labels?.clauses.length || place) {
    const clauses = place ? [place] : (labels?.clauses ?? [])
    const wantsItWritten = topic?.id === 'write-for-me' ? [topic.why] : []
    const sentences = [...wantsItWritten, ...(labels?.missing ?? []), ...(labels?.ambiguous ? [SAY.ambiguous] : [])]
    return quoted(standards, 'lookup', clauses, { say: sentences })
  }
  if (labels)
    return {
      answer: say('refusal', { say: [SAY.noSuchClause, ...labels.missing], turnTo: SAY.allClauses }),
      ranked: [],
    }
  const facts = findFacts(standards, text)
  if (facts)
    return quoted(standards, 'facts', facts.clauses, {
      say: facts.missing,
      turnTo: facts.missing.length ? SAY.otherStandards : [],
    })
  const other = findOtherStandard(standards, text)
  if (!other) return null
  const { hits } = rank(standards, text)
  const sentences = [SAY.notLoaded(other), SAY.loaded(standards.list)]
  return offered(standards, 'not-loaded', hits, { say: sentences, turnTo: SAY.otherStandards })
}

function fromRanking(standards: Standards, text: string, more: boolean): Considered {
  const ranking = rank(standards, text)
  const scope = standards.scope(text)
  return { ...answerFrom(standards, text, ranking, scope, more), likely: chances(text, ranking, scope).answerable }
}

function answerFrom(standards: Standards, text: string, ranking: Ranking, scope: number, more: boolean): Considered {
  const topic = findOutOfScope(standards.outOfScope, text)
  if (topic) {
    const refused = offered(standards, 'refusal', ranking.hits, {
      // Where nothing was searched for, nothing is said of a search.
      say: topic.nearest ? [SAY.searched(standards.list), topic.why] : [topic.why],
      turnTo: topic.turnTo,
    })
    return topic.nearest ? refused : { ...refused, answer: { ...refused.answer, choices: [] } }
  }
  const decision = decide(text, ranking, scope)
  if (decision === 'refuse')
    return offered(standards, 'refusal', ranking.hits, {
      say:
        ranking.hits.length || !contentWords(text).length
          ? [SAY.searched(standards.list), SAY.noneNear]
          : [SAY.noWordKnown(standards.list)],
      turnTo: SAY.anyone,
    })
  if (decision === 'hedge') return offered(standards, 'hedge', ranking.hits, { say: [SAY.hedge] })
  const near = nearBest(ranking)
  const clauses = clausesOf(standards, near.slice(0, more ? MORE : FIRST))
  return {
    ...quoted(standards, 'answer', clauses, {
      say: [clauses.length === 1 ? SAY.one : SAY.some],
      hasMore: !more && near.length > FIRST,
    }),
    ranked: ranking.hits.slice(0, 10).map((h) => h.uid),
  }
}

const nearBest = ({ hits }: Ranking): string[] =>
  hits.filter((h) => h.score >= NEAR_ENOUGH * (hits[0]?.score ?? 0)).map((h) => h.uid)

const clausesOf = (standards: Standards, uids: string[]): Clause[] => uids.flatMap((uid) => standards.clause(uid) ?? [])

/** An answer made of quotes. */
function quoted(
  standards: Standards,
  kind: StandardsAnswer['kind'],
  clauses: Clause[],
  rest: Partial<StandardsAnswer>,
): Considered {
  const note = clauses.some((c) => c.section === 'knowledge') ? SAY.whatNotHow : null
  const quotes = quotesOf(standards, clauses)
  return {
    answer: say(kind, { quotes, note, offerHelp: clauses.some((c) => c.offerHelp), ...rest }),
    ranked: clauses.map((c) => c.uid),
  }
}

/** An answer that quotes nothing and offers the nearest clauses to choose from. */
function offered(
  standards: Standards,
  kind: StandardsAnswer['kind'],
  hits: Ranking['hits'],
  rest: Partial<StandardsAnswer>,
): Considered {
  const ranked = hits.slice(0, 10).map((h) => h.uid)
  const clauses = clausesOf(standards, ranked.slice(0, FIRST))
  const choices: Choice[] = clauses.map(choiceOf)
  return { answer: say(kind, { choices, offerHelp: clauses.some((c) => c.offerHelp), ...rest }), ranked }
}

const say = (kind: StandardsAnswer['kind'], rest: Partial<StandardsAnswer> = {}): StandardsAnswer => ({
  kind,
  say: [],
  quotes: [],
  choices: [],
  note: null,
  turnTo: [],
  hasMore: false,
  offerHelp: false,
  ...rest,
})
