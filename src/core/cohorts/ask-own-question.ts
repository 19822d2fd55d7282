import { z } from 'zod'
import { requireTrainer } from '../actor.ts'
import { statement } from '../db/db.ts'
import { define } from '../define.ts'
import { AppError } from '../errors.ts'
import { lengthOf } from '../questions/part.ts'
import type { Part } from '../questions/parts.ts'
import { singlesOut } from '../questions/singles-out.ts'
import type { World } from '../world.ts'
import { runningCohort } from './find-cohort.ts'
import { insertOwn } from './insert-own.ts'
import type { OwnAsked } from './own-question.ts'
import { type SetUp, setUpOf } from './set-up.ts'

/** Enough for a course, and too few to go round and round one thing. */
const MOST = 20

/** Text that every learner reads: one line, without characters that hide or turn round what stands beside them. */
const shown = (most: number, blank: string) =>
  z
    .string(blank)
    .transform((text) =>
      text
        .normalize('NFC')
        .replace(/(?![\u200c\u200d])\p{Cf}/gu, '')
        .replace(/[\p{Cc}\s]+/gu, ' ')
        .trim(),
    )
    .refine((text) => text !== '', blank)
    .refine((text) => lengthOf(text) <= most, `This can be up to ${most} characters.`)

const OPTIONS = 'Give from two to eight options.'
const input = z.strictObject({
  cohort: z.string().max(100),
  ask: shown(300, 'Write the question.'),
  options: z
    .array(shown(80, 'Write the option, or leave its line out.'))
    .min(2, OPTIONS)
    .max(8, OPTIONS)
    .refine(
      (all) => new Set(all.map((text) => text.toLowerCase())).size === all.length,
      'Two of the options are the same.',
    ),
  /** Whether several may be chosen. */
  several: z.boolean('Choose whether people may pick one or several.'),
  /** What may single somebody out, as the warning named it, once its author has seen it. */
  confirmed: z.array(z.string().max(400)).max(100).default([]),
})

/**
 * Asks a question of the trainer's own of one cohort: choices only, as personal, so never from fewer than eight people.
 * It is frozen the moment it is asked: could it be edited until somebody answers, a refusal would tell that somebody has.
 * Wording that may single somebody out is sent back once, with what was found.
 */
export const askOwnQuestion = define({
  input,
  async run(world, actor, { cohort: id, ask, options, several, confirmed }): Promise<SetUp> {
    const learnerId = requireTrainer(actor)
    const found = singlesOut([ask, ...options])
    const cohort = await runningCohort(world, learnerId, id)
    if (!found.every((words) => confirmed.includes(words)))
      throw new AppError('invalid', 'Please look at the wording again before you ask this.', {
        fields: { confirmed: warning(found) },
        detail: found,
      })
    const asked = { ask, parts: [partOf(options, several)] }
    for (let tries = 0; tries < 3; tries++)
      if (await add(world, cohort.id, asked)) return setUpOf(world, await runningCohort(world, learnerId, id))
    throw new AppError('unavailable', 'Somebody else is changing this course too. Please try again.')
  },
})

const warning = (found: string[]): string =>
  `This may point at one person: “${found.join('”, “')}”. Whoever it is may feel that they can’t answer freely. Ask it so that it could be anybody, or tick the box to ask it all the same.`

const partOf = (labels: string[], several: boolean): Part => ({
  type: several ? 'multi-choice' : 'single-choice',
  name: 'choice',
  options: labels.map((label, i) => ({ id: `option-${i + 1}`, label })),
  notSure: false,
})

/** False when another was asked at the same moment. */
async function add({ db, clock }: World, cohortId: string, asked: OwnAsked): Promise<boolean> {
  const cohort = await db.read
    .selectFrom('cohort')
    .select('own_questions')
    .where('id', '=', cohortId)
    .executeTakeFirstOrThrow()
  if (cohort.own_questions >= MOST)
    throw new AppError(
      'invalid',
      `A course can have up to ${MOST} questions of its trainers’ own, with those taken back.`,
    )
  const count = db.draft
    .updateTable('cohort')
    .set({ own_questions: cohort.own_questions + 1 })
    .where('id', '=', cohortId)
    .where('own_questions', '=', cohort.own_questions)
    .where('archived_at', 'is', null)
  return (await db.write([statement(count, 1), ...insertOwn(db, cohortId, asked, clock.now())])).committed
}
