import { z } from 'zod'
import { requireSystem } from '../actor.ts'
import { statement } from '../db/db.ts'
import { define } from '../define.ts'
import { endPrompts } from './end-prompts.ts'

/**
 * Forgets a chat in Teams that the companion was taken out of. Prompts that came there are switched off: nobody asked for
 * them anywhere else.
 */
export const forgetTeamsChat = define({
  input: z.strictObject({ place: z.string().min(1).max(100) }),
  async run({ db }, actor, { place }): Promise<void> {
    requireSystem(actor)
    const there = await db.read
      .selectFrom('schedule')
      .innerJoin('learner', 'learner.id', 'schedule.learner_id')
      .select('learner.root_id')
      .where('schedule.channel', '=', 'teams')
      .where('schedule.place', '=', place)
      .where('schedule.is_on', '=', 1)
      .execute()
    await db.write([
      ...there.flatMap(({ root_id }) => endPrompts(db, root_id, { channel: 'teams', place })),
      statement(db.draft.deleteFrom('teams_chat').where('place', '=', place)),
    ])
  },
})
