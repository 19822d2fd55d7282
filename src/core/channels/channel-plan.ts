import { z } from 'zod'
import { requireTrainer } from '../actor.ts'
import { staffedCohort } from '../cohorts/find-cohort.ts'
import { questionsOf } from '../cohorts/set-up.ts'
import { define } from '../define.ts'
import { localMinute } from '../local-time.ts'
import { channelOf, clockOf } from './course-channel.ts'
import { mayBePosted } from './plan-post.ts'
import type { ChannelPostTable } from './table.ts'

/** A question that is planned or was posted. */
export interface PlannedPost {
  id: string
  ask: string
  /** As the course's clocks show it: `2026-05-21T09:30`. When it was posted, or else is due. */
  when: string
  state: ChannelPostTable['state']
}

export interface ChannelPlan {
  /** The cohort, and its name. */
  id: string
  name: string
  /** It has ended: nothing more is posted. */
  ended: boolean
  /** Its pictures are shown in the channel too. */
  channelSees: boolean
  /** A channel is connected. Its name isn't known: only Slack's own id of it. */
  connected: boolean
  zone: string
  daysOff: number[]
  quietFrom: number
  quietUntil: number
  /** What can be posted, in the course's order. */
  questions: { id: string; ask: string }[]
  /** By time. */
  posts: PlannedPost[]
}

/** What a trainer planned for the channel of a cohort of theirs. Nothing in it depends on who joined or answered. */
export const channelPlan = define({
  input: z.strictObject({ cohort: z.string().max(100) }),
  async run(world, actor, sent): Promise<ChannelPlan> {
    const { db } = world
    const cohort = await staffedCohort(world, requireTrainer(actor), sent.cohort)
    const asked = await questionsOf(world, cohort.id)
    const { zone, daysOff, quietFrom, quietUntil } = await clockOf(db, cohort.id)
    const rows = await db.read
      .selectFrom('channel_post')
      .select(['id', 'question_id', 'due_at', 'sent_at', 'state'])
      .where('cohort_id', '=', cohort.id)
      .where('kind', '=', 'question')
      .orderBy('due_at')
      .orderBy('id')
      .execute()
    return {
      id: cohort.id,
      name: cohort.name,
      ended: cohort.archived_at !== null,
      channelSees: cohort.channel_sees === 1,
      connected: (await channelOf(db, cohort.id)) !== undefined,
      zone,
      daysOff,
      quietFrom,
      quietUntil,
      questions: asked.filter(mayBePosted).map(({ id, ask }) => ({ id, ask })),
      posts: rows.map(({ id, question_id, due_at, sent_at, state }) => ({
        id,
        ask: asked.find((q) => q.id === question_id)?.ask ?? 'A question that is no longer asked',
        when: localMinute(sent_at ?? due_at, zone),
        state,
      })),
    }
  },
})
