import type { World } from '../world.ts'
import { calendarSince } from './calendar-address.ts'
import { type Replies, readReplies } from './replies.ts'
import { type PromptSettings, scheduleOf, toSettings } from './settings.ts'
import type { DeliveryTable } from './table.ts'
import { openTeamsChat, type TeamsChat, teamsChatsOf } from './teams-chat.ts'

export interface KeptPrompt extends Pick<DeliveryTable, 'prompt' | 'kind' | 'state'> {
  /** Milliseconds; null while it wasn't sent. */
  sentAt: number | null
  dueAt: number
  replies: Replies
}

interface Kept {
  settings: PromptSettings | null
  teamsChats: TeamsChat[]
  /** The e-mail address that they go to. */
  address: string | null
  /** When the calendar address was made, milliseconds. */
  calendarSince: number | null
  deliveries: KeptPrompt[]
}

/** Everything that is kept of a person's prompts: settings and places, and what was sent and replied, oldest first. */
export async function promptsOf(world: World, rootId: string): Promise<Kept> {
  const row = await scheduleOf(world.db, rootId)
  const rows = await world.db.read
    .selectFrom('delivery')
    .innerJoin('learner', 'learner.id', 'delivery.learner_id')
    .selectAll('delivery')
    .where('learner.root_id', '=', rootId)
    .orderBy('delivery.due_at')
    .orderBy('delivery.id')
    .execute()
  const deliveries = await Promise.all(
    rows.map(async (delivery) => ({
      prompt: delivery.prompt,
      kind: delivery.kind,
      state: delivery.state,
      sentAt: delivery.sent_at,
      dueAt: delivery.due_at,
      replies: await readReplies(world, delivery),
    })),
  )
  return {
    settings: row ? toSettings(row) : null,
    teamsChats: await chatsOf(world, rootId),
    address: row?.channel === 'email' ? row.place : null,
    calendarSince: await calendarSince(world.db, rootId),
    deliveries,
  }
}

async function chatsOf(world: World, rootId: string): Promise<TeamsChat[]> {
  const chats = await teamsChatsOf(world, rootId)
  return (await Promise.all(chats.map((chat) => openTeamsChat(world, chat)))).flatMap((chat) => chat ?? [])
}
