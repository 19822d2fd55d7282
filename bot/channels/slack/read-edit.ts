import { z } from 'zod'
import { plainText } from './plain-text.ts'
import type { SlackMessage } from './read-event.ts'

const ts = z.string().min(1).max(50)
/** A message as it stands, or stood. A program's own has `bot_id`. */
const standing = z.object({
  subtype: z.enum(['file_share', 'thread_broadcast']).optional(),
  bot_id: z.undefined().optional(),
  user: z.string().min(1).max(100),
  text: z.string().default(''),
  ts,
  thread_ts: ts.optional(),
  edited: z.object({ ts }).optional(),
})
const edit = z.object({ type: z.literal('message'), channel: z.string().regex(/^D/) })
const changed = edit.extend({
  subtype: z.literal('message_changed'),
  message: standing,
  previous_message: standing.optional(),
})
/** Where replies hang on a message that was deleted, its place is kept. */
const emptied = edit.extend({
  subtype: z.literal('message_changed'),
  message: z.object({ subtype: z.literal('tombstone') }),
  previous_message: standing,
})
const deleted = edit.extend({ subtype: z.literal('message_deleted'), previous_message: standing })

/** A direct message that its writer changed or took away. */
export interface SlackEdit extends SlackMessage {
  edits: {
    /** The names that the message had: as it last stood, and as it was first sent. */
    of: string[]
    /** It is deleted, or holds no words any more. */
    gone: boolean
  }
}

type From = Pick<SlackMessage, 'workspace' | 'team' | 'eventId'>

/** An edit of somebody's direct message; null where it is none, or its words are the same: Slack shows what links lead to. */
export function readEdit(event: unknown, from: From): SlackEdit | null {
  const gone = deleted.or(emptied).safeParse(event)
  if (gone.success) return editOf(gone.data.channel, gone.data.previous_message, null, from)
  const read = changed.safeParse(event)
  if (!read.success) return null
  const { channel, message, previous_message: before } = read.data
  if (before ? before.text === message.text : !message.edited) return null
  return editOf(channel, before ?? { ...message, edited: undefined }, message, from)
}

type Standing = z.infer<typeof standing>

function editOf(
  channel: string,
  before: Standing,
  now: Standing | null,
  { workspace, team, eventId }: From,
): SlackEdit {
  const first = `${channel}:${before.ts}`
  const nameOf = ({ edited }: Standing) => (edited ? `${first}:${edited.ts}` : first)
  const text = plainText(now?.text ?? '')
  return {
    eventId,
    workspace,
    team,
    user: before.user,
    channel,
    thread: before.thread_ts,
    text,
    name: now?.edited ? nameOf(now) : `${first}:${eventId}`,
    edits: { of: [...new Set([nameOf(before), first])], gone: text.trim() === '' },
  }
}
