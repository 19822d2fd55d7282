import { z } from 'zod'
import { requireTrainer } from '../actor.ts'
import { staffedCohort } from '../cohorts/find-cohort.ts'
import { type SetUp, setUpOf } from '../cohorts/set-up.ts'
import { define } from '../define.ts'
import type { Participation } from '../release/bands.ts'
import { type Picture, picture } from '../release/picture.ts'
import type { World } from '../world.ts'
import { participationIn } from './participation.ts'

/** A frozen batch as its trainer sees it. */
export interface ReleasedPicture extends Picture {
  /** The tick at which it was closed, as an ISO time. */
  closedAt: string
}

export interface QuestionInsights {
  id: string
  ask: string
  chapter: string
  /** How many people must have answered before anything shows: chosen at set-up, whatever has happened since. */
  needs: number
  /** Oldest first. None: not enough answers at any tick so far. */
  pictures: ReleasedPicture[]
}

export interface Insights {
  setUp: SetUp
  /** How many people have taken part; it moves only when a batch closes. */
  participation: Participation
  questions: QuestionInsights[]
}

/**
 * What a trainer sees of a cohort of theirs: its set-up, and released batches as bands. It reads nothing else, so it can
 * only change when a batch closes: no answer, no member, no count, and nothing of anybody else's cohort.
 */
export const cohortInsights = define({
  input: z.strictObject({ cohort: z.string().max(100) }),
  async run(world, actor, { cohort: id }): Promise<Insights> {
    const cohort = await staffedCohort(world.db, requireTrainer(actor), id)
    const setUp = await setUpOf(world, cohort)
    const pictures = await releasedPictures(world, cohort.id)
    return {
      setUp,
      participation: await participationIn(world.db, cohort.id),
      questions: setUp.questions.map((question) => ({ ...question, pictures: pictures.get(question.id) ?? [] })),
    }
  },
})

/** In an order that says nothing: by tick, then by the hash of the wording. */
async function releasedPictures({ db }: World, cohortId: string): Promise<Map<string, ReleasedPicture[]>> {
  const rows = await db.read
    .selectFrom('batch')
    .select(['question_id', 'closed_at', 'picture'])
    .where('cohort_id', '=', cohortId)
    .orderBy('closed_at')
    .orderBy('wording_hash')
    .execute()
  const released = new Map<string, ReleasedPicture[]>()
  for (const row of rows) {
    const shown = { closedAt: new Date(row.closed_at).toISOString(), ...picture.parse(JSON.parse(row.picture)) }
    released.set(row.question_id, [...(released.get(row.question_id) ?? []), shown])
  }
  return released
}
