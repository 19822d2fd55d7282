import { answerKey, type CountableAnswer, countableAnswers } from '../answers/countable-answers.ts'
import { isCountable } from '../cohorts/countable.ts'
import { questionsOf } from '../cohorts/set-up.ts'
import { type WhereItCounts, whereItCounts } from '../cohorts/where-it-counts.ts'
import { countedParts, type Question } from '../questions/question.ts'
import type { World } from '../world.ts'
import { type CountedKeys, keysOf } from './picture.ts'
import { type Numbered, type ReceiptsOf, readReceipts, wasCounted } from './receipts.ts'
import type { Person } from './who-counts.ts'

/** An answer that waits to be counted in a cohort. */
export interface WaitingAnswer extends CountableAnswer {
  person: Person
  root: string
  keys: CountedKeys
  nth: number
  /** How often this person's answer to the question was counted before, from whichever notebook. */
  before: number
}

/** All that waits in a cohort, and how many of its people have been in a batch of it before. */
export interface Waiting {
  answers: WaitingAnswer[]
  tookPart: Set<Person>
}

export async function waitingIn(world: World, cohortId: string, people: Person[], at: number): Promise<Waiting> {
  const roots = people.flat().map((member) => member.root)
  const [asked, receipts, home] = await Promise.all([
    questionsOf(world, cohortId),
    readReceipts(world, roots),
    whereItCounts(world.db, roots, at),
  ])
  const questions = asked.filter(isCountable)
  const answers = await countableAnswers(world, roots, questions)
  const ofPerson = (person: Person, question: Question) => person.flatMap(({ root }) => receipts(root, question.id))
  return {
    answers: questions.flatMap((question) =>
      people.flatMap((person) => {
        const earlier = ofPerson(person, question)
        const root = speaksFor(person, question, answers, receipts)
        const answer = root && answers.get(answerKey(root, question.id))
        if (!answer || answer.savedAt > at || countedParts(answer.question).length === 0) return []
        const keys = keysOf(answer.question, answer.value)
        if (!countsHere(cohortId, earlier, home, root, question)) return []
        if (wasCounted(earlier, answer.question, keys)) return []
        const nth = Math.max(0, ...earlier.map((r) => r.nth)) + 1
        return [{ ...answer, person, root, keys, nth, before: earlier.length }]
      }),
    ),
    tookPart: new Set(
      // Also by a question that is no longer asked: they must not be taken for new.
      people.filter((person) => asked.some((q) => ofPerson(person, q).some((r) => r.cohort === cohortId))),
    ),
  }
}

/**
 * Of several notebooks that are one person, the one whose answer to this question counts: that which was counted before,
 * wherever that was, or else the oldest. Where the one that was counted has left, no other takes its place.
 */
const speaksFor = (
  person: Person,
  question: Question,
  answers: Map<string, CountableAnswer>,
  receipts: ReceiptsOf,
): string | undefined => {
  const speaks =
    person.find(({ root }) => receipts(root, question.id).length > 0) ??
    person.find(({ root, isMember }) => isMember && answers.has(answerKey(root, question.id)))
  return speaks?.isMember ? speaks.root : undefined
}

/** One answer counts in one cohort: where it was counted before, or else where its author's choice puts it. */
const countsHere = (
  cohortId: string,
  earlier: Numbered[],
  home: WhereItCounts,
  root: string,
  question: Question,
): boolean => (earlier.length ? earlier.every((r) => r.cohort === cohortId) : home(root, question.id) === cohortId)
