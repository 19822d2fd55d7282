import { z } from 'zod'
import { requireSystem } from '../actor.ts'
import { goingCohort } from '../cohorts/find-cohort.ts'
import { DAY } from '../cohorts/tick-time.ts'
import { statement } from '../db/db.ts'
import { define } from '../define.ts'
import { AppError } from '../errors.ts'
import { newPublicId } from '../id.ts'
import { type Linkable, linkable, typedLinkCode } from '../learners/link-rules.ts'
import { noteLinkTry } from '../learners/note-link-try.ts'
import type { World } from '../world.ts'
import { connectionAt } from './course-channel.ts'
import { CODE_MINUTES, channelCodeHash } from './make-channel-code.ts'

export const slackPlace = { team: z.string().min(1).max(50), channel: z.string().min(1).max(50) }

const input = z.strictObject({
  code: typedLinkCode,
  /** Who typed it. */
  account: linkable,
  ...slackPlace,
})

/**
 * Connects a channel with the cohort whose trainer made the code, and queues what is said there first. A channel that the
 * cohort had before is posted to no more.
 */
export const connectChannel = define({
  input,
  async run(world, actor, { code, account, team, channel }): Promise<{ course: string; channelSees: boolean }> {
    requireSystem(actor)
    await noteLinkTry(world, account)
    const { db, clock } = world
    const now = clock.now()
    const offer = await db.read
      .selectFrom('channel_offer')
      .selectAll()
      .where('code_hash', '=', channelCodeHash(code))
      .where('expires_at', '>', now)
      .executeTakeFirst()
    const cohort = offer && (await goingCohort(db, offer.cohort_id))
    if (!offer || !cohort) throw noSuchCode()
    const there = await connectionAt(db, { team, channel })
    if (there && there.cohort_id !== cohort.id && (await goingCohort(db, there.cohort_id)))
      throw new AppError(
        'invalid',
        'This channel is another course’s. Disconnect that course first: its trainers can, in its training room.',
      )
    const id = newPublicId()
    const row = {
      id,
      team,
      channel,
      connected_by: connectedBy(world, account),
      connected_at: now,
    }
    const post = { id: `${id}:welcome`, cohort_id: cohort.id, kind: 'welcome', due_at: now } as const
    const { committed } = await db.write([
      statement(db.draft.deleteFrom('channel_offer').where('code_hash', '=', offer.code_hash), 1),
      ...(there ? [statement(db.draft.deleteFrom('course_channel').where('id', '=', there.id))] : []),
      statement(db.draft.deleteFrom('course_channel').where('cohort_id', '=', cohort.id)),
      dropWelcomes(world, cohort.id),
      statement(
        db.draft
          .insertInto('course_channel')
          .values({ cohort_id: cohort.id, ...row })
          .onConflict((c) => c.doNothing()),
        1,
      ),
      statement(
        db.draft.insertInto('channel_post').values({ ...post, not_after: now + DAY, state: 'waiting', attempts: 0 }),
        1,
      ),
    ])
    if (!committed) throw noSuchCode()
    return { course: cohort.name, channelSees: cohort.channel_sees === 1 }
  },
})

/** The introduction to a channel that it is connected with no more. */
const dropWelcomes = ({ db }: World, cohortId: string) =>
  statement(
    db.draft
      .updateTable('channel_post')
      .set({ state: 'missed' })
      .where('cohort_id', '=', cohortId)
      .where('kind', '=', 'welcome')
      .where('state', '=', 'waiting'),
  )

/** Who connected a channel, so that they may disconnect it; whoever has the database alone can't try accounts against it. */
export const connectedBy = ({ keys }: Pick<World, 'keys'>, { kind, subject }: Linkable): string =>
  keys.blind(`connected ${kind}:${subject}`)

const noSuchCode = (): AppError =>
  new AppError(
    'invalid',
    `That isn’t a code that works now. A code works once, for ${CODE_MINUTES} minutes. Make a new one in the training room, under “In a Slack channel”.`,
  )
