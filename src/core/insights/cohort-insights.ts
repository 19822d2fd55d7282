import { z } from 'zod'
import type { Asked, SetUp } from '../cohorts/set-up.ts'
import type { Participation } from '../release/bands.ts'
import { cardsOf, type TrainersCard } from './cards.ts'
import { insight } from './insight.ts'
import { participationIn } from './participation.ts'
import { type ReleasedGap, releasedGaps } from './released-gaps.ts'
import { type ReleasedPicture, releasedPictures } from './released-pictures.ts'

/** A question as the cohort's set-up lists it: nothing there depends on what has happened since. */
export interface QuestionInsights extends Asked {
  /** Oldest first. None: not enough answers at any tick so far. */
  pictures: ReleasedPicture[]
  /** Words that their authors approved, in an order that tells nothing. They come and go with ticks. */
  cards: TrainersCard[]
}

export interface Insights {
  setUp: SetUp
  /** How many people have taken part; it moves only when a batch closes. */
  participation: Participation
  questions: QuestionInsights[]
  /** Where enough people asked the companion something that the standards don't answer. Oldest first. */
  gaps: ReleasedGap[]
}

/**
 * What a trainer sees of a cohort of theirs: its set-up, released batches as bands, and approved texts as cards. It reads
 * nothing else, so it only changes with a tick: no answer, no member, no count, and nothing of anybody else's cohort.
 */
export const cohortInsights = insight({
  input: z.strictObject({ cohort: z.string().max(100) }),
  async run(view): Promise<Insights> {
    const { setUp, released } = view
    const pictures = await releasedPictures(released, setUp.id)
    const cards = await cardsOf(view)
    return {
      setUp,
      participation: await participationIn(released, setUp.id),
      questions: setUp.questions.map((question) => ({
        ...question,
        pictures: pictures.get(question.id) ?? [],
        cards: cards.get(question.id) ?? [],
      })),
      gaps: await releasedGaps(view),
    }
  },
})
