import { answerKey, type CountableAnswer, countableAnswers } from '../answers/countable-answers.ts'
import { isCountable } from '../cohorts/countable.ts'
import { ruleOf } from '../questions/parts.ts'
import { countedParts, type Question } from '../questions/question.ts'
import { keysOf } from '../release/picture.ts'
import type { World } from '../world.ts'
import type { Background } from './background.ts'
import { readStudyReceipts } from './receipts.ts'
import { roundedCount, roundedPeople } from './rounding.ts'
import { type Group, split } from './split.ts'
import type { Study } from './study.ts'
import type { Participant } from './who-takes-part.ts'

/** One question in one wording: what is counted of it, for each group of people. */
export interface CountedTable {
  question: Question
  groups: {
    labels: Group<never>['labels']
    people: number
    counts: { part: string; option: string; count: number }[]
  }[]
  /** The notebooks whose answers are in it. They never leave. */
  roots: string[]
}

interface Counted extends CountableAnswer {
  root: string
  background: Background
}

/**
 * Counts what these people answered by the cutoff and was never counted before, in this study or another. So no answer
 * is in two files, and a file less another is no person: it is other people. What is said by fewer than ten waits.
 */
export async function countAnswers(
  world: World,
  study: Study,
  people: Participant[],
  cutoff: number,
): Promise<CountedTable[]> {
  const questions = world.content.questions.filter((q) => study.questions.includes(q.id) && isAllowed(study, q))
  const answers = await countableAnswers(
    world,
    people.flatMap((p) => p.willing),
    questions,
  )
  const receipts = await readStudyReceipts(
    world,
    people.flatMap((p) => p.roots),
  )
  const wasCounted = (person: Participant, question: Question) =>
    person.roots.some((root) => receipts.get(root)?.some((r) => r.questions.includes(question.id)))
  return questions.flatMap((question) => {
    const waiting = people.flatMap((person): Counted[] => {
      if (wasCounted(person, question)) return []
      const root = person.willing.find((each) => answers.has(answerKey(each, question.id)))
      const answer = root && answers.get(answerKey(root, question.id))
      return answer && answer.savedAt < cutoff ? [{ ...answer, root, background: person.background }] : []
    })
    const wordings = [...Map.groupBy(waiting, (answer) => answer.question.hash)].sort(([a], [b]) => (a < b ? -1 : 1))
    return wordings.flatMap(([, all]) => tableOf(study, all) ?? [])
  })
}

/** Looked at again here: a question may have become private since the study was opened. */
const isAllowed = (study: Study, question: Question): boolean =>
  isCountable(question) && (question.sensitivity === 'S0' || study.personal)

function tableOf(study: Study, all: Counted[]): CountedTable | null {
  const groups = split(all, study.background)
  const question = all[0]?.question
  if (!question || groups.length === 0 || countedParts(question).length === 0) return null
  return {
    question,
    groups: groups.map(({ labels, people }) => ({
      labels,
      people: roundedPeople(people.length),
      counts: counts(question, people),
    })),
    roots: all.map((answer) => answer.root),
  }
}

function counts(question: Question, people: Counted[]) {
  const keys = people.map(({ value }) => keysOf(question, value))
  return countedParts(question).flatMap((part) =>
    ruleOf(part)
      .cells(part)
      .map(({ key }) => ({
        part: part.name,
        option: key,
        count: roundedCount(keys.filter((k) => k[part.name]?.includes(key)).length, people.length),
      })),
  )
}
