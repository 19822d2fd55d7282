import { asksNothing } from '../content/asks-nothing.ts'
import { hearHarm } from '../privacy/possible-harm.ts'
import { cleanQuestion } from './clean-question.ts'
import { type Considered, offered, quoted, say } from './compose-answer.ts'
import { chances, decide } from './decide.ts'
import { findFacts } from './find-facts.ts'
import { type FoundLabels, findLabels } from './find-label.ts'
import { findOtherStandard } from './find-other-standard.ts'
import { findOutOfScope } from './find-out-of-scope.ts'
import { findExactly, findPlace } from './find-place.ts'
import { answerFollowUp, neighbour } from './follow-up.ts'
import type { Standards } from './load-standards.ts'
import type { Meaning } from './meaning.ts'
import { namedStandards, withOurIds, withoutMentions } from './named-standards.ts'
import { choiceOf } from './quote.ts'
import { rank } from './rank.ts'
import { meansNothingAlone, readFollowUp, readStepFrom } from './read-follow-up.ts'
import { withoutRequest } from './request-frame.ts'
import { SAY } from './say.ts'
import type { Hit } from './search-index.ts'
import { recall, type SpokenOf } from './spoken-of.ts'
import type { Clause, Standard } from './standard.ts'
import { contentWords } from './words.ts'

export type { Considered }

const FIRST = 3
const MORE = 7
/** A clause far behind the best one isn't quoted beside it. */
const NEAR_ENOUGH = 0.45

/** A longer list is shown in parts. */
const LISTED = 10
/** Somebody asks what a clause means, and not only what it says. */
const MEANING =
  /\b(mean|means|meaning|explain|summari[sz]e|sum up|summary of|shorten|simplify|reword|rephrase|(?:plain|simple|easy|easier|simpler|plainer) (?:english|words|terms|language))\b/i

interface Asked {
  question: string
  more?: boolean | undefined
  /** What the last answer was about. */
  context?: SpokenOf | undefined
}

/**
 * Answers a question from the standards: look-ups first, then what hangs on the last answer, then ranking, then an honest
 * refusal. `near` orders the clauses that are shown; whether they answer is decided without it (decision 027).
 */
export function answerQuestion(standards: Standards, asked: Asked, near?: Meaning['clauses']): Considered {
  const { level, near: nearHarm, tells } = hearHarm(asked.question)
  if (level === 'sure')
    return {
      answer: say('harm'),
      ranked: rank(standards, cleanQuestion(asked.question).text)
        .hits.slice(0, 10)
        .map((h) => h.uid),
    }
  const found = consider(standards, asked, near)
  // Whoever tells of it may want no clause: those that come nearest are named, and nobody says that they speak of it.
  const considered = level && tells && found.answer.kind === 'answer' ? onlyNamed(standards, found) : found
  // Where nothing was shown, what was shown before is still what is spoken of.
  const context = considered.answer.context ?? asked.context ?? null
  const offerHelp = considered.answer.offerHelp || nearHarm
  const answer = { ...considered.answer, offerHelp, context }
  return { ...considered, answer: level ? { ...answer, say: asksNothing(answer.say), perhapsHarm: true } : answer }
}

function onlyNamed(standards: Standards, { answer, ...found }: Considered): Considered {
  const clauses = answer.quotes.flatMap(({ clause }) => standards.clause(clause) ?? [])
  return { ...found, answer: offered('hedge', clauses, { say: [SAY.ifForThem] }).answer }
}

function consider(
  standards: Standards,
  { question, more = false, context }: Asked,
  near: Meaning['clauses'] | undefined,
): Considered {
  const { text: cleaned } = cleanQuestion(question)
  if (!/[\p{L}\p{N}]/u.test(cleaned))
    return { answer: say('refusal', { say: [SAY.notAQuestion], turnTo: SAY.askInstead }), ranked: [] }
  const text = withOurIds(standards, cleaned)
  const followUp = readFollowUp(standards, text)
  const answered = followUp && context && answerFollowUp(standards, followUp, context)
  if (answered) return answered
  const lookup = findLookup(standards, text, { more, spokenOf: context ? recall(standards, context).standards : [] })
  if (lookup) return lookup
  if (followUp && meansNothingAlone(followUp))
    return { answer: say('refusal', { say: [SAY.onItsOwn], turnTo: SAY.askInstead }), ranked: [], followsUp: true }
  return fromRanking(standards, withoutRequest(text), more, near)
}

interface LookingUp {
  more: boolean
  spokenOf: Standard[]
}

/** What needs no ranking: a clause by its label, a document's facts, another standard by name. */
function findLookup(standards: Standards, text: string, { more, spokenOf }: LookingUp): Considered | null {
  const topic = findOutOfScope(standards.outOfScope, text)
  // Somebody who wants a clause for harm or a forgery isn't looking it up.
  if (topic?.id === 'against' || topic?.id === 'deceive') return null
  const other = namedStandards(standards, text).length ? null : findOtherStandard(standards, text)
  const exactly = findExactly(standards, text)
  const labels = other || exactly.length ? null : findLabels(standards, text, spokenOf)
  if (labels && !labels.clauses.length) {
    const sentences = [SAY.noSuchClause, ...labels.missing]
    return { answer: say('refusal', { say: sentences, turnTo: SAY.allClauses }), ranked: [] }
  }
  const step = readStepFrom(text)
  if (step && labels?.clauses.length === 1) return neighbour(standards, labels.clauses, step)
  const facts = labels || exactly.length ? null : findFacts(standards, text, spokenOf)
  if (facts)
    return quoted(standards, 'facts', facts.clauses, {
      say: facts.missing,
      facts: facts.facts,
      standards: facts.of.map((s) => s.id),
      turnTo: facts.missing.length ? SAY.otherStandards : [],
    })
  const clauses = labels?.clauses ?? (exactly.length ? exactly : findPlace(standards, text))
  if (clauses.length) {
    const [shown, rest] = [clauses.slice(0, more ? undefined : LISTED), more ? [] : clauses.slice(LISTED)]
    return quoted(standards, 'lookup', shown, {
      say: [
        ...(topic?.id === 'write-for-me' ? [topic.why] : []),
        ...aroundLabels(labels),
        ...inPlainWords(text, shown),
      ],
      choices: (labels?.elsewhere ?? []).map(choiceOf),
      rest: rest.map((c) => c.uid),
      hasMore: rest.length > 0,
    })
  }
  if (!other) return null
  const { hits } = rank(standards, text)
  const sentences = [SAY.notLoaded(other), SAY.loaded(standards.list)]
  return offered('not-loaded', clausesOf(standards, hits), { say: sentences, turnTo: SAY.otherStandards })
}

const aroundLabels = (labels: FoundLabels | null): string[] => [
  ...(labels?.missing ?? []),
  ...(labels?.ambiguous === 'standards' ? [SAY.ambiguous] : labels?.ambiguous === 'lists' ? [SAY.twoLists] : []),
  ...(labels?.elsewhere.length ? [SAY.alsoIn] : []),
]

const inPlainWords = (text: string, shown: Clause[]): string[] =>
  shown.length <= FIRST && MEANING.test(text) ? shown.map(SAY.inPlainWords) : []

function fromRanking(standards: Standards, text: string, more: boolean, near?: Meaning['clauses']): Considered {
  const ranking = rank(standards, text)
  const scope = standards.scope(text)
  const decision = decide(text, ranking, scope)
  const { hits } = near ? rank(standards, text, near) : ranking
  return {
    ...answerFrom(standards, text, { decision, hits, only: ranking.only, more }),
    likely: chances(text, ranking, scope).answerable,
  }
}

interface Ranked {
  decision: ReturnType<typeof decide>
  hits: Hit[]
  only: Standard[]
  more: boolean
}

function answerFrom(standards: Standards, text: string, { decision, hits, only, more }: Ranked): Considered {
  const nearest = clausesOf(standards, hits)
  const topic = findOutOfScope(standards.outOfScope, text)
  const searched = only.length ? SAY.searchedOnly(only) : SAY.searched(standards.list)
  if (topic) {
    const refused = offered('refusal', nearest, {
      // Where nothing was searched for, nothing is said of a search.
      say: topic.nearest ? [searched, topic.why] : [topic.why],
      turnTo: topic.turnTo,
    })
    return topic.nearest ? refused : { ...refused, answer: { ...refused.answer, choices: [], context: null } }
  }
  const known = hits.length > 0 || !contentWords(text).length
  if (decision === 'in-passing' && known)
    return {
      answer: say('refusal', { say: [SAY.nothingAsked], turnTo: SAY.askInstead }),
      ranked: hits.slice(0, 10).map((h) => h.uid),
    }
  if (decision === 'refuse' || decision === 'in-passing') {
    const elsewhere = nearestElsewhere(standards, text, only)
    const refused = offered('refusal', elsewhere.length ? elsewhere : nearest, {
      say: [
        ...(known ? [searched, SAY.noneNear] : [SAY.noWordKnown(standards.list)]),
        ...(elsewhere.length ? [SAY.nearestElsewhere] : []),
      ],
      turnTo: SAY.anyone,
      // What can't be read may tell of anything, in whatever language.
      ...(!known && { offerHelp: true }),
    })
    return { ...refused, ranked: hits.slice(0, 10).map((h) => h.uid) }
  }
  if (decision === 'hedge') return offered('hedge', nearest, { say: [SAY.hedge] })
  const best = nearBest(hits)
  const clauses = clausesOf(standards, best.slice(0, more ? MORE : FIRST))
  const rest = more ? [] : best.slice(FIRST, MORE).map((h) => h.uid)
  return {
    ...quoted(standards, 'answer', clauses, {
      say: [clauses.length === 1 ? SAY.one : SAY.some],
      rest,
      hasMore: rest.length > 0,
    }),
    ranked: hits.slice(0, 10).map((h) => h.uid),
  }
}

/** What other standards than those named have, if it isn't too far from the question either. */
function nearestElsewhere(standards: Standards, text: string, only: Standard[]): Clause[] {
  if (!only.length) return []
  const asked = withoutMentions(standards, text)
  const ranking = rank(standards, asked)
  if (!['answer', 'hedge'].includes(decide(asked, ranking, standards.scope(asked)))) return []
  return clausesOf(standards, ranking.hits).filter(({ standard }) => only.every(({ id }) => id !== standard))
}

const nearBest = (hits: Hit[]): Hit[] => hits.filter((h) => h.score >= NEAR_ENOUGH * (hits[0]?.score ?? 0))

const clausesOf = (standards: Standards, hits: Hit[]): Clause[] =>
  hits.flatMap(({ uid }) => standards.clause(uid) ?? [])
