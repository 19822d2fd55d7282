import { z } from 'zod'
import { type Db, type Statement, statement } from '../db/db.ts'
import { learnersOfRoot } from '../learners/join-learners.ts'
import { openIfKept } from '../privacy/keys.ts'
import type { World } from '../world.ts'
import type { TeamsChatTable } from './table.ts'

const id = z.string().min(1).max(1000)

/** What Teams wants to hear again to take a message for somebody's own chat. No name, and nothing that was said. */
export const teamsChat = z.strictObject({
  serviceUrl: z.url().max(1000),
  conversation: id,
  tenant: id,
  /** The companion there. */
  bot: id,
  user: id,
})
export type TeamsChat = z.infer<typeof teamsChat>

/** Every chat of this person's in Teams. */
export const teamsChatsOf = ({ db }: Pick<World, 'db'>, rootId: string): Promise<TeamsChatTable[]> =>
  db.read
    .selectFrom('teams_chat')
    .innerJoin('learner', 'learner.id', 'teams_chat.learner_id')
    .selectAll('teams_chat')
    .where('learner.root_id', '=', rootId)
    .orderBy('teams_chat.place')
    .execute()

/** A chat of this person's in Teams: the one at a place, or any. */
export async function teamsChatOf(
  world: Pick<World, 'db'>,
  rootId: string,
  place?: string,
): Promise<TeamsChatTable | undefined> {
  const theirs = await teamsChatsOf(world, rootId)
  return place === undefined ? theirs[0] : theirs.find((chat) => chat.place === place)
}

/** What was sealed of a chat; null where its learner was erased. */
export async function openTeamsChat({ keys }: Pick<World, 'keys'>, row: TeamsChatTable): Promise<TeamsChat | null> {
  const text = await openIfKept(keys, row.learner_id, row.sealed_chat)
  return text === null ? null : teamsChat.parse(JSON.parse(text))
}

/** The statement that forgets these learners' chats in Teams. */
export const forgetChats = (db: Db, learnerIds: string[]): Statement =>
  statement(db.draft.deleteFrom('teams_chat').where('learner_id', 'in', learnerIds))

/** The statement that forgets a person's chats in Teams, unless they have prompts on. */
export const forgetIdleChats = (db: Db, rootId: string): Statement =>
  statement(
    db.draft
      .deleteFrom('teams_chat')
      .where('learner_id', 'in', learnersOfRoot(db, rootId))
      .where(({ not, exists }) =>
        not(
          exists(
            db.draft
              .selectFrom('schedule')
              .select('id')
              .where('is_on', '=', 1)
              .where('learner_id', 'in', learnersOfRoot(db, rootId)),
          ),
        ),
      ),
  )
