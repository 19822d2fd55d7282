import type { Compilable } from 'kysely'
import { z } from 'zod'
import { requireTrainer } from '../actor.ts'
import { runningCohort } from '../cohorts/find-cohort.ts'
import { statement } from '../db/db.ts'
import { define } from '../define.ts'
import { AppError } from '../errors.ts'
import type { World } from '../world.ts'
import { clockOf } from './course-channel.ts'
import { dueAt, localWhen, moment } from './plan-post.ts'

const post = { cohort: z.string().max(100), post: z.string().max(100) }

/** Gives a planned question another time, until it is posted. */
export const movePost = define({
  input: z.strictObject({ ...post, when: localWhen }),
  async run(world, actor, sent): Promise<{ moved: true }> {
    const cohort = await runningCohort(world, requireTrainer(actor), sent.cohort)
    const due = moment(sent.when, await clockOf(world.db, cohort.id), world.clock.now())
    const move = world.db.draft.updateTable('channel_post').set({ ...dueAt(due), attempts: 0 })
    const mine = move.where('cohort_id', '=', cohort.id).where('id', '=', sent.post)
    await unlessPosted(world, mine.where('kind', '=', 'question').where('state', '=', 'waiting'))
    return { moved: true }
  },
})

/** Takes a planned question out, until it is posted. */
export const removePost = define({
  input: z.strictObject(post),
  async run(world, actor, sent): Promise<{ removed: true }> {
    const cohort = await runningCohort(world, requireTrainer(actor), sent.cohort)
    const remove = world.db.draft.deleteFrom('channel_post').where('cohort_id', '=', cohort.id)
    const mine = remove.where('id', '=', sent.post).where('kind', '=', 'question')
    await unlessPosted(world, mine.where('state', '=', 'waiting'))
    return { removed: true }
  },
})

async function unlessPosted({ db }: World, query: Compilable): Promise<void> {
  if ((await db.write([statement(query, 1)])).committed) return
  throw new AppError('invalid', 'This question isn’t planned any more: it has been posted, or somebody took it out.')
}
