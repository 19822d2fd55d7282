import { statement } from '../db/db.ts'
import { AppError } from '../errors.ts'
import { newPublicId } from '../id.ts'
import type { World } from '../world.ts'
import { insertOwn } from './insert-own.ts'
import { newJoinCode } from './join-code.ts'
import type { OwnAsked } from './own-question.ts'
import type { CohortTable } from './table.ts'
import { checkTicks } from './tick-time.ts'

export interface Plan {
  name: string
  /** Who makes it, and the name that learners see for them. */
  learnerId: string
  trainer: string
  k: number
  people: number | null
  /** Ids of the content's questions. */
  questions: string[]
  /** A trainer's own questions, to be asked anew: they get ids of their own. */
  own?: OwnAsked[]
  nightly: boolean
  /** Days; of a nightly cohort only. */
  settle: number
  ticks: number[]
  demands?: string | null
  /** Names to point out to learners. */
  names: string[]
  /** A channel sees its pictures too. */
  channelSees: boolean
}

/** Makes a cohort with its questions and ticks. All of it is fixed before anybody has joined, so before its first answer. */
export async function makeCohort(world: World, plan: Plan): Promise<CohortTable> {
  const { draft } = world.db
  const now = world.clock.now()
  if (plan.nightly === plan.ticks.length > 0) {
    const message = 'Choose either every night, or times of your own.'
    throw new AppError('invalid', message, { fields: { ticks: message } })
  }
  checkTicks(plan.ticks, [], now + 1, 'Choose times that are still to come.')
  const times = [...new Set(plan.ticks)]
  const own = plan.own ?? []
  for (let tries = 0; tries < 3; tries++) {
    const id = newPublicId()
    const cohort: CohortTable = {
      id,
      name: plan.name,
      join_code: newJoinCode(),
      k: plan.k,
      rhythm: plan.nightly ? 'nightly' : 'named',
      people: plan.people,
      named_ticks: times.length,
      made_at: now,
      is_open: 1,
      settle_days: plan.nightly ? plan.settle : 0,
      demands: plan.demands ?? null,
      archived_at: null,
      readable_until: null,
      own_questions: own.length,
      names_to_watch: JSON.stringify(plan.names),
      channel_sees: plan.channelSees ? 1 : 0,
    }
    const staff = { cohort_id: id, learner_id: plan.learnerId, name: plan.trainer, left_at: null }
    const asks = plan.questions.map((question) => ({ cohort_id: id, question_id: question }))
    const ticks = times.map((at) => ({ cohort_id: id, at }))
    const result = await world.db.write([
      statement(
        draft
          .insertInto('cohort')
          .values(cohort)
          .onConflict((c) => c.doNothing()),
        1,
      ),
      statement(draft.insertInto('staff').values(staff), 1),
      ...(asks.length ? [statement(draft.insertInto('cohort_question').values(asks), asks.length)] : []),
      ...(ticks.length ? [statement(draft.insertInto('cohort_tick').values(ticks), ticks.length)] : []),
      // A millisecond apart, so that a copy asks them in the order of the course it was made from.
      ...own.flatMap((asked, i) => insertOwn(world.db, id, asked, now + i)),
    ])
    if (result.committed) return cohort
  }
  throw new AppError('unavailable', 'No free join code was found. Please try again.')
}
