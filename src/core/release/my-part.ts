import { answerKey, broughtAlong, countableAnswers } from '../answers/countable-answers.ts'
import { membershipsOf } from '../cohorts/members.ts'
import { questionsOf } from '../cohorts/set-up.ts'
import { goingOn, whereItCounts } from '../cohorts/where-it-counts.ts'
import { mayBeShown, ownWordsOf } from '../questions/own-words.ts'
import type { World } from '../world.ts'
import { countedWords } from './my-receipts.ts'
import { keysOf } from './picture.ts'
import { readReceipts, wasCounted } from './receipts.ts'

/** What has become of the actor's own answer to one question of a cohort. */
export interface MyPart {
  question: { id: string; ask: string }
  /**
   * none: not answered. brought: in a file, and not saved here yet. uncounted: its author chose not to be counted. elsewhere: it counts in another cohort.
   * waiting: no tick has passed since. unseen: one has, or none will come. shown: counted.
   * changed: counted, and edited since. late: the same, and no tick will come for it.
   */
  state: 'none' | 'brought' | 'uncounted' | 'elsewhere' | 'waiting' | 'unseen' | 'shown' | 'changed' | 'late'
  /** Every time it was counted here, oldest first: the tick, and exactly what was counted, in words. */
  shown: { closedAt: string; lines: string[] }[]
  /** There is an answer of words in it, of which some could be shown. */
  hasWords: boolean
}

/** The actor's receipt for a cohort: only their own key opens it. Says nothing of how many others answered. */
export async function myPartIn(world: World, learnerId: string, cohortId: string): Promise<MyPart[]> {
  const { db, clock } = world
  const questions = await questionsOf(world, cohortId)
  const answers = await countableAnswers(world, [learnerId], questions)
  const brought = await broughtAlong(world, learnerId, questions)
  const receipts = await readReceipts(world, [learnerId])
  const home = await whereItCounts(db, [learnerId], clock.now())
  const goesOn = (await goingOn(db, [cohortId], clock.now())).has(cohortId)
  const membership = (await membershipsOf(db, [learnerId])).find((m) => m.cohortId === cohortId)
  const closing = await db.read
    .selectFrom('closing')
    .select('closed_at')
    .where('cohort_id', '=', cohortId)
    .executeTakeFirst()
  return questions.map((question) => {
    const answer = answers.get(answerKey(learnerId, question.id))
    const all = receipts(learnerId, question.id)
    const here = all.filter((r) => r.cohort === cohortId)
    return {
      question: { id: question.id, ask: question.ask },
      state: stateOf(),
      shown: here.map((r) => ({ closedAt: new Date(r.closedAt).toISOString(), lines: countedWords(question, r.keys) })),
      hasWords: answer !== undefined && mayBeShown(question) && ownWordsOf(answer.question, answer.value) !== '',
    }

    function stateOf(): MyPart['state'] {
      const ahead = goesOn && !question.retired
      if (!answer && here.length) return 'shown'
      if (!answer) return brought.has(question.id) && ahead && membership?.counted ? 'brought' : 'none'
      if (here.length) {
        if (wasCounted(here, answer.question, keysOf(answer.question, answer.value))) return 'shown'
        return ahead ? 'changed' : 'late'
      }
      if (!membership?.counted) return 'uncounted'
      const cohort = all[0]?.cohort ?? home(learnerId, question.id)
      // No tick to come in any cohort: what was not counted stays unseen.
      if (cohort !== cohortId) return cohort === null ? 'unseen' : 'elsewhere'
      if (!ahead) return 'unseen'
      return closing && Math.max(answer.savedAt, membership.joinedAt) <= closing.closed_at ? 'unseen' : 'waiting'
    }
  })
}

/** The cohorts in which an answer of the actor's to one of these questions was ever counted, also those they left. */
export async function countedIn(world: World, learnerId: string, questions: string[]): Promise<string[]> {
  const receipts = await readReceipts(world, [learnerId])
  return [...new Set(questions.flatMap((id) => receipts(learnerId, id).map(({ cohort }) => cohort)))]
}
