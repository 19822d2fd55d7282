import { z } from 'zod'
import { requireSystem, requireTrainer } from '../actor.ts'
import { runsNow, staffedCohort } from '../cohorts/find-cohort.ts'
import { type Db, type Statement, statement } from '../db/db.ts'
import { define } from '../define.ts'
import { AppError } from '../errors.ts'
import { ownerOf } from '../learners/identity.ts'
import { linkable } from '../learners/link-rules.ts'
import { connectedBy, slackPlace } from './connect-channel.ts'
import { connectionAt } from './course-channel.ts'

/** A trainer ends it in the training room: nothing more is posted. What was planned stays, for another channel. */
export const disconnectChannel = define({
  input: z.strictObject({ cohort: z.string().max(100) }),
  async run(world, actor, sent): Promise<{ connected: false }> {
    const cohort = await staffedCohort(world, requireTrainer(actor), sent.cohort)
    const channels = world.db.draft.deleteFrom('course_channel').where('cohort_id', '=', cohort.id)
    await world.db.write([statement(channels)])
    return { connected: false }
  },
})

/** The same, said in the channel: by whoever connected it, or a trainer whose notebook is open there. */
export const disconnectHere = define({
  input: z.strictObject({ account: linkable, ...slackPlace }),
  async run(world, actor, { account, team, channel }): Promise<{ connected: false }> {
    requireSystem(actor)
    const { db } = world
    const connection = await connectionAt(db, { team, channel })
    const owner = await ownerOf(db, account)
    const may =
      connection &&
      (connection.connected_by === connectedBy(world, account) ||
        (owner !== null && (await runsNow(world, owner, connection.cohort_id))))
    // The same words where it is connected and where it isn't.
    if (!may)
      throw new AppError(
        'not-found',
        'There is nothing here that you can disconnect. Whoever connected this channel can, and the course’s trainers in its training room.',
      )
    await db.write([forgetConnection(db, connection.id)])
    return { connected: false }
  },
})

/** The statement that ends a connection that can’t be posted to. */
export const forgetConnection = (db: Db, id: string): Statement =>
  statement(db.draft.deleteFrom('course_channel').where('id', '=', id))
