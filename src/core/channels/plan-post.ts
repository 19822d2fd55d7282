import { z } from 'zod'
import { requireTrainer } from '../actor.ts'
import { runningCohort } from '../cohorts/find-cohort.ts'
import { questionsOf } from '../cohorts/set-up.ts'
import { DAY } from '../cohorts/tick-time.ts'
import { statement } from '../db/db.ts'
import { define } from '../define.ts'
import { AppError } from '../errors.ts'
import { newPublicId } from '../id.ts'
import { localTime, momentAt } from '../local-time.ts'
import { isQuiet, type When } from '../prompts/when.ts'
import type { Question } from '../questions/question.ts'
import type { World } from '../world.ts'
import { clockOf } from './course-channel.ts'

/** More than any course asks, and few enough to read. */
const MOST_PLANNED = 60
const LONGEST_AHEAD = 366 * DAY
/** One that couldn’t be posted for so long is let go. */
const DAYS_OF_USE = 3

const WHEN = 'Give a date and a time, such as 2026-05-21T09:30.'
export const localWhen = z.string(WHEN).regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d$/, WHEN)

const input = z.strictObject({
  cohort: z.string().max(100),
  question: z.string('Choose a question.').max(100),
  /** As the course's clocks show it. */
  when: localWhen,
})

/** Plans that a question of the cohort is posted in its channel, wherever that will be by then. */
export const planPost = define({
  input,
  async run(world, actor, sent): Promise<{ post: string }> {
    const cohort = await runningCohort(world, requireTrainer(actor), sent.cohort)
    const { db, clock } = world
    const question = (await questionsOf(world, cohort.id)).find((q) => q.id === sent.question)
    if (!question || !mayBePosted(question))
      throw wrong('question', 'Choose one of the questions listed: private ones are never asked in a channel.')
    const due = moment(sent.when, await clockOf(db, cohort.id), clock.now())
    const planned = await plannedIn(world, cohort.id)
    if (planned >= MOST_PLANNED) throw wrong('when', `Up to ${MOST_PLANNED} questions can be planned ahead.`)
    const id = newPublicId()
    const row = { id, cohort_id: cohort.id, kind: 'question', question_id: question.id, state: 'waiting' } as const
    await db.write([statement(db.draft.insertInto('channel_post').values({ ...row, ...dueAt(due), attempts: 0 }), 1)])
    return { post: id }
  },
})

/** Private questions are never asked where others read along, and what is no longer asked isn’t either. */
export const mayBePosted = ({ sensitivity, retired, own }: Question): boolean =>
  sensitivity !== 'S2' && !retired && (own?.open ?? true)

export const dueAt = (due: number) => ({ due_at: due, not_after: due + DAYS_OF_USE * DAY })

/** When that is, if a channel may be written to then. */
export function moment(when: string, clock: When, now: number): number {
  const due = momentAt(when, clock.zone)
  if (due === null) throw wrong('when', 'No clock ever shows that date and time. Choose another.')
  if (due <= now) throw wrong('when', 'Choose a time that is still to come.')
  if (due > now + LONGEST_AHEAD) throw wrong('when', 'Choose a time within a year.')
  const { weekday, hour } = localTime(due, clock.zone)
  if (isQuiet(clock, hour))
    throw wrong(
      'when',
      `Nothing is posted from ${clock.quietFrom}:00 to ${clock.quietUntil}:00. Choose a time in the day.`,
    )
  if (clock.daysOff.includes(weekday)) throw wrong('when', 'That is one of your days off. Choose another day.')
  return due
}

const wrong = (field: string, words: string): AppError => new AppError('invalid', words, { fields: { [field]: words } })

async function plannedIn({ db }: World, cohortId: string): Promise<number> {
  const row = await db.read
    .selectFrom('channel_post')
    .select((q) => q.fn.countAll<number>().as('n'))
    .where('cohort_id', '=', cohortId)
    .where('kind', '=', 'question')
    .where('state', '=', 'waiting')
    .executeTakeFirst()
  return Number(row?.n ?? 0)
}
