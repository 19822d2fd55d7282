import { z } from 'zod'
import { requireTrainer } from '../actor.ts'
import { statement } from '../db/db.ts'
import { define } from '../define.ts'
import { AppError } from '../errors.ts'
import { newPublicId } from '../id.ts'
import { normalise } from '../normalise.ts'
import { chosenQuestions, LEAST_PEOPLE } from './countable.ts'
import { newJoinCode } from './join-code.ts'
import { namesToWatch } from './names-to-watch.ts'
import { type SetUp, setUpOf } from './set-up.ts'
import { checkTicks, tickTime } from './tick-time.ts'

const line = (most: number, blank: string) =>
  z
    .string(blank)
    .transform((text) => normalise(text).replace(/\s+/g, ' ').trim())
    .pipe(z.string().min(1, blank).max(most, `This can be up to ${most} characters.`))
const PEOPLE = 'Give a whole number of people, such as 12.'
const AT_LEAST = `Give a whole number from ${LEAST_PEOPLE} to 100.`

const input = z.strictObject({
  name: line(100, 'Give the course a name.'),
  /** The name that learners see for the trainer. */
  trainer: line(80, 'Give the name that learners will know you by.'),
  chapters: z.array(z.string().max(100)).max(50).default([]),
  questions: z.array(z.string().max(100)).max(500).default([]),
  k: z.int(AT_LEAST).min(LEAST_PEOPLE, AT_LEAST).max(100, AT_LEAST).default(LEAST_PEOPLE),
  /** Named times, or none and `nightly`. */
  ticks: z.array(tickTime).max(200, 'Up to 200 times are possible.').default([]),
  nightly: z.boolean().default(false),
  /** Names to point out in words that learners want to show, such as the people on the course. */
  names: namesToWatch.default([]),
  /** How many people are expected. */
  people: z.int(PEOPLE).min(1, PEOPLE).max(100_000, PEOPLE).optional(),
})

/**
 * Makes a cohort. Its ticks are fixed here, before anybody has joined, so before its first answer. Private questions
 * can't be chosen, and nothing can ask for fewer than five people.
 */
export const createCohort = define({
  input,
  async run(world, actor, sent): Promise<SetUp> {
    const learnerId = requireTrainer(actor)
    const questions = chosenQuestions(world.content, sent)
    const now = world.clock.now()
    if (sent.nightly === sent.ticks.length > 0) {
      const message = 'Choose either every night, or times of your own.'
      throw new AppError('invalid', message, { fields: { ticks: message } })
    }
    checkTicks(sent.ticks, [], now + 1, 'Choose times that are still to come.')
    const { draft } = world.db
    const times = [...new Set(sent.ticks)]
    for (let tries = 0; tries < 3; tries++) {
      const id = newPublicId()
      const cohort = {
        id,
        name: sent.name,
        join_code: newJoinCode(),
        k: sent.k,
        rhythm: sent.nightly ? ('nightly' as const) : ('named' as const),
        people: sent.people ?? null,
        named_ticks: times.length,
        made_at: now,
        names_to_watch: JSON.stringify(sent.names),
      }
      const asks = questions.map((q) => ({ cohort_id: id, question_id: q.id }))
      const ticks = times.map((at) => ({ cohort_id: id, at }))
      const result = await world.db.write([
        statement(
          draft
            .insertInto('cohort')
            .values(cohort)
            .onConflict((c) => c.doNothing()),
          1,
        ),
        statement(draft.insertInto('staff').values({ cohort_id: id, learner_id: learnerId, name: sent.trainer }), 1),
        statement(draft.insertInto('cohort_question').values(asks), asks.length),
        ...(ticks.length ? [statement(draft.insertInto('cohort_tick').values(ticks), ticks.length)] : []),
      ])
      if (result.committed) return setUpOf(world, cohort)
    }
    throw new AppError('unavailable', 'No free join code was found. Please try again.')
  },
})
