import { z } from 'zod'
import { type Actor, requireLearner } from '../actor.ts'
import type { Answer } from '../answers/answer.ts'
import { myAnswers } from '../answers/my-answers.ts'
import { type ShownCard, shownCards } from '../cards/shown-cards.ts'
import { define } from '../define.ts'
import { participationIn } from '../insights/participation.ts'
import { verifiedLearners } from '../learners/verified.ts'
import type { Question } from '../questions/question.ts'
import type { Participation } from '../release/bands.ts'
import { type MyShownGap, myShownGapsIn } from '../release/gap-receipts.ts'
import { type MyPart, myPartIn } from '../release/my-part.ts'
import { type MyText, myTextsOf } from '../texts/my-text.ts'
import type { World } from '../world.ts'
import { meets } from './demand.ts'
import { joinedCohort } from './find-cohort.ts'
import { ownQuestionsOf } from './own-question.ts'
import { type SharedSetUp, sharedSetUpOf } from './set-up.ts'
import { staffAround } from './staff.ts'

/** What a member sees of a cohort: what it is, what of their own was shown, and of the others what the trainer sees. */
export interface CohortForLearner extends SharedSetUp {
  counted: boolean
  /** Whether the actor has proven who they are, as this course demands it; only then can their answers be counted. */
  verified: boolean
  /** The actor runs a course that shares a trainer with this one, so they aren't counted here. */
  staffNearby: boolean
  /** The same band that the trainer sees. A live number would tell a member who joins, and when. */
  participation: Participation
  mine: MyPart[]
  /** Words of the actor's own that they approved for this course. */
  texts: MyText[]
  /** Words of others, and perhaps of the actor's, that the trainer shows to the group. */
  cards: ShownCard[]
  /** What was shown of the actor's questions that the companion couldn't answer. */
  shownGaps: MyShownGap[]
  /** The trainers' own questions that are still asked. */
  own: OwnAnswer[]
}

export interface OwnAnswer {
  question: Question
  answer: Answer | null
}

/** A cohort that the actor joined. Nothing in it tells of another member. */
export const cohortForLearner = define({
  input: z.strictObject({ cohort: z.string().max(100) }),
  async run(world, actor, { cohort: id }): Promise<CohortForLearner> {
    const learnerId = requireLearner(actor)
    const { cohort, counted } = await joinedCohort(world.db, learnerId, id)
    const setUp = await sharedSetUpOf(world, cohort)
    return {
      ...setUp,
      counted,
      verified: meets(setUp.demand, (await verifiedLearners(world.db, [learnerId])).get(learnerId) ?? []),
      staffNearby: (await staffAround(world.db, cohort.id)).includes(learnerId),
      participation: await participationIn(world.released, cohort.id),
      mine: await myPartIn(world, learnerId, cohort.id),
      own: await ownAnswers(world, actor, cohort.id),
      texts: (await myTextsOf(world, learnerId)).filter((text) => text.cohort === cohort.id),
      cards: await shownCards(world, cohort.id),
      shownGaps: await myShownGapsIn(world, learnerId, cohort.id),
    }
  },
})

async function ownAnswers(world: World, actor: Actor, cohortId: string): Promise<OwnAnswer[]> {
  const own = (await ownQuestionsOf(world.db, cohortId)).filter((q) => q.own?.open)
  if (own.length === 0) return []
  const { answers } = await myAnswers(world, actor, { questions: own.map((q) => q.id) })
  return own.map((question) => ({
    question,
    answer: answers.find((a) => a.question.id === question.id) ?? null,
  }))
}
