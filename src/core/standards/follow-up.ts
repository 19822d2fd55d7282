import { type Considered, offered, quoted, say } from './compose-answer.ts'
import { factsOf } from './find-facts.ts'
import type { Standards } from './load-standards.ts'
import type { FollowUp } from './read-follow-up.ts'
import { SAY } from './say.ts'
import { type Recalled, recall, type SpokenOf } from './spoken-of.ts'
import type { Clause, Standard } from './standard.ts'
import { contentWords } from './words.ts'

const FEW = 3
/** How many more are shown at a time. */
const MORE = 4
/** A clause far behind the nearest one isn't shown beside it. */
const NEAR_ENOUGH = 0.45

/** Answers what hangs on the last answer; null when nothing of that is there any more. */
export function answerFollowUp(standards: Standards, asked: FollowUp, context: SpokenOf): Considered | null {
  const before = recall(standards, context)
  const answered = answer(standards, asked, before)
  if (!answered) return null
  return { ...answered, followsUp: true }
}

function answer(standards: Standards, asked: FollowUp, before: Recalled): Considered | null {
  if (asked.kind === 'standards') return ofOtherStandards(standards, asked.standards, before)
  const { shown } = before
  const [first] = shown
  if (!first) return null
  if (asked.kind === 'more') return goOn(standards, before)
  if (asked.kind === 'source') return sourceOf(standards, shown)
  if (asked.kind === 'which') return oneOf(standards, shown, asked.at)
  if (asked.kind === 'meaning') return meaningOf(standards, shown, asked.at)
  if (asked.kind === 'section') return near(standards, shown, (c) => c.section === asked.section, SAY.nearestInList)
  if (asked.kind === 'step') return neighbour(standards, shown, asked.by)
  if (asked.kind === 'number') return sameList(standards, shown, asked.number)
  const overviews = before.standards.flatMap((s) => s.clauses.filter((c) => c.section === 'overview').slice(0, 1))
  return offered('refusal', overviews, {
    say: asked.kind === 'why' ? [SAY.whatNotWhy, SAY.ofItself] : [SAY.whatNotHowAtAll],
    turnTo: SAY.people,
    ...(asked.kind === 'how' && { choices: [], context: null }),
  })
}

/** The rest of what was found; else what stands under the same heading as the one clause that was shown. */
function goOn(standards: Standards, { shown, rest }: Recalled): Considered {
  const [next, later] = [rest.slice(0, MORE), rest.slice(MORE).map((c) => c.uid)]
  if (next.length)
    return quoted(standards, 'answer', next, { say: [SAY.further], rest: later, hasMore: later.length > 0 })
  if (shown.length > 1) return offered('hedge', shown, { say: [SAY.thatIsAll, SAY.byItself] }, shown.length)
  const [one] = shown as [Clause]
  const beside = groupOf(standards, one).filter((c) => c !== one && c.parent !== one.uid)
  const after = beside.filter((c) => standing(standards, c) > standing(standards, one))
  const around = [...after, ...beside.filter((c) => !after.includes(c))].slice(0, MORE)
  if (!around.length) return { answer: say('refusal', { say: [SAY.thatIsAll], turnTo: SAY.anyone }), ranked: [one.uid] }
  return quoted(standards, 'lookup', around, { say: [SAY.sameHeading] })
}

function oneOf(standards: Standards, shown: Clause[], at: number): Considered {
  const one = shown.at(at)
  return one ? quoted(standards, 'lookup', [one], {}) : askBack(shown, SAY.notSoMany)
}

/** Each clause again, with the standard that it stands in. */
const sourceOf = (standards: Standards, shown: Clause[]): Considered =>
  quoted(standards, 'lookup', shown, {
    say: [SAY.standsIn(standards.list.filter((s) => shown.some((c) => c.standard === s.id)))],
  })

function meaningOf(standards: Standards, shown: Clause[], at: number | null): Considered {
  const one = at === null ? (shown.length === 1 ? shown[0] : undefined) : shown.at(at)
  if (one) return quoted(standards, 'lookup', [one], { say: [SAY.inPlainWords(one)] })
  const back = askBack(shown, at === null ? SAY.whichOfThese : SAY.notSoMany)
  const choices = back.answer.choices.map((choice) => ({ ...choice, ask: `What does ${choice.label} mean?` }))
  return { ...back, answer: { ...back.answer, choices } }
}

const askBack = (shown: Clause[], question: string): Considered =>
  offered('hedge', shown, { say: [question] }, shown.length)

/** The clause that stands before or after those, in the same list; what to do where there is none. */
export function neighbour(standards: Standards, shown: Clause[], by: 1 | -1): Considered {
  const from = (by > 0 ? shown.at(-1) : shown[0]) as Clause
  const list = standards.standard(from.standard)?.clauses ?? []
  const next = list[list.indexOf(from) + by]
  if (!next || next.section !== from.section)
    return {
      answer: say('refusal', { say: [by > 0 ? SAY.lastOne : SAY.firstOne], turnTo: SAY.allClauses }),
      ranked: [from.uid],
    }
  return quoted(standards, 'lookup', [next], {})
}

function sameList(standards: Standards, shown: Clause[], number: string): Considered {
  const last = shown.at(-1) as Clause
  const list = standards.standard(last.standard)?.clauses.filter((c) => c.section === last.section) ?? []
  const found = list.find((c) => c.number === number)
  if (found) return quoted(standards, 'lookup', [found], {})
  const end = list.findLast((c) => c.number && !c.number.includes('.'))
  const ends = end ? [`In ${end.standard}, the numbers run to ${end.short}.`] : []
  return { answer: say('refusal', { say: [SAY.noSuchClause, ...ends], turnTo: SAY.allClauses }), ranked: [last.uid] }
}

/** "And the other standard?": the same fact of it, or what in it is nearest to what was shown. */
function ofOtherStandards(standards: Standards, wanted: Standard[] | 'others', before: Recalled): Considered | null {
  const others = standards.list.filter((s) => !before.standards.includes(s))
  const among = wanted === 'others' ? others : wanted
  if (before.facts.length) {
    const { clauses, missing, facts, of } = factsOf(standards, among, before.facts)
    return quoted(standards, 'facts', clauses, {
      say: missing,
      facts,
      standards: of.map((s) => s.id),
      turnTo: missing.length ? SAY.otherStandards : [],
    })
  }
  if (!before.shown.length || !among.length) return null
  if (wanted === 'others' && others.length > 1) {
    const best = others.flatMap((s) => nearest(standards, before.shown, (c) => c.standard === s.id).slice(0, 1))
    return best.length ? offered('hedge', best, { say: [SAY.severalOthers] }) : null
  }
  return near(standards, before.shown, (c) => among.some((s) => s.id === c.standard), SAY.nearestThere)
}

/** The clauses nearest to those that were shown, among some. */
function near(standards: Standards, shown: Clause[], among: (clause: Clause) => boolean, words: string): Considered {
  const found = nearest(standards, shown, among)
  if (!found.length) return { answer: say('refusal', { say: [SAY.noneNear], turnTo: SAY.anyone }), ranked: [] }
  const rest = found.slice(FEW, FEW + MORE).map((c) => c.uid)
  return quoted(standards, 'answer', found.slice(0, FEW), { say: [words], rest, hasMore: rest.length > 0 })
}

function nearest(standards: Standards, shown: Clause[], among: (clause: Clause) => boolean): Clause[] {
  const words = shown.slice(0, FEW).flatMap((c) => contentWords(`${c.gloss} ${c.text}`))
  const hits = standards.index.search(words).flatMap(({ uid, score }) => {
    const clause = standards.clause(uid)
    return clause && among(clause) && !shown.includes(clause) ? [{ clause, score }] : []
  })
  return hits.filter(({ score }) => score >= NEAR_ENOUGH * (hits[0]?.score ?? 0)).map(({ clause }) => clause)
}

const standing = (standards: Standards, clause: Clause): number =>
  standards.standard(clause.standard)?.clauses.indexOf(clause) ?? -1

const groupOf = (standards: Standards, { standard, uid }: Clause): Clause[] =>
  standards
    .standard(standard)
    ?.sections.flatMap((s) => s.groups)
    .find((g) => g.clauses.some((c) => c.uid === uid))?.clauses ?? []
