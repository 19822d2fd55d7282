import { z } from 'zod'
import type { Asked, SetUp } from '../cohorts/set-up.ts'
import type { Released } from '../db/released.ts'
import type { Participation } from '../release/bands.ts'
import { type Picture, picture } from '../release/picture.ts'
import { cardsOf, type TrainersCard } from './cards.ts'
import { insight } from './insight.ts'
import { participationIn } from './participation.ts'
import { type ReleasedGap, releasedGaps } from './released-gaps.ts'

/** A frozen batch as its trainer sees it. */
export interface ReleasedPicture extends Picture {
  /** The tick at which it was closed, as an ISO time. */
  closedAt: string
}

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

/** In an order that says nothing: by tick, then by the hash of the wording. */
async function releasedPictures(released: Released, cohortId: string): Promise<Map<string, ReleasedPicture[]>> {
  const rows = await released
    .selectFrom('released_batch')
    .select(['question_id', 'closed_at', 'picture'])
    .where('cohort_id', '=', cohortId)
    .orderBy('closed_at')
    .orderBy('wording_hash')
    .execute()
  const pictures = new Map<string, ReleasedPicture[]>()
  for (const row of rows) {
    const shown = { closedAt: new Date(row.closed_at).toISOString(), ...picture.parse(JSON.parse(row.picture)) }
    pictures.set(row.question_id, [...(pictures.get(row.question_id) ?? []), shown])
  }
  return pictures
}
