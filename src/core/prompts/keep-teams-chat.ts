import { z } from 'zod'
import { requireSystem } from '../actor.ts'
import { statement } from '../db/db.ts'
import { define } from '../define.ts'
import { ownerOf } from '../learners/identity.ts'
import { scheduleOf } from './settings.ts'
import { openTeamsChat, teamsChat, teamsChatOf } from './teams-chat.ts'

const input = z.strictObject({
  /** Whose own chat it is. */
  account: z.strictObject({ kind: z.literal('teams'), subject: z.string().min(3).max(200) }),
  /** The companion's own name of the conversation. */
  place: z.string().min(1).max(100),
  chat: teamsChat,
})

/**
 * Keeps where somebody can be written to in Teams, if they have prompts on; of nobody else is anything kept. Addresses
 * change, so it is called whenever something comes from a chat. True when the chat is kept as it was given.
 */
export const keepTeamsChat = define({
  input,
  async run(world, actor, { account, place, chat }): Promise<boolean> {
    requireSystem(actor)
    const { db, keys } = world
    const rootId = await ownerOf(db, account)
    const schedule = rootId === null ? undefined : await scheduleOf(db, rootId)
    if (rootId === null || schedule?.is_on !== 1) return false
    const kept = await teamsChatOf(world, rootId, place)
    if (kept && JSON.stringify(await openTeamsChat(world, kept)) === JSON.stringify(chat)) return true
    const sealed = { learner_id: rootId, sealed_chat: await keys.seal(rootId, JSON.stringify(chat)) }
    const keep = db.draft
      .insertInto('teams_chat')
      .values({ place, ...sealed })
      .onConflict((c) => c.column('place').doUpdateSet(sealed))
    // Whoever says stop at this very moment is first, or finds it kept and forgets it.
    const isOn = db.draft.updateTable('schedule').set({ is_on: 1 }).where('id', '=', schedule.id).where('is_on', '=', 1)
    return (await db.write([statement(isOn, 1), statement(keep)])).committed
  },
})
