import { z } from 'zod'
import { plainText } from './plain-text.ts'

const message = z.object({
  type: z.literal('message'),
  /** Absent for what a person typed; edits, joins and the like have one. */
  subtype: z.enum(['file_share', 'thread_broadcast']).optional(),
  /** Of a message that a program wrote. */
  bot_id: z.undefined().optional(),
  user: z.string().min(1),
  channel: z.string().regex(/^D/),
  text: z.string().default(''),
  thread_ts: z.string().optional(),
})
const envelope = z.discriminatedUnion('type', [
  z.object({ type: z.literal('url_verification'), challenge: z.string().max(1000) }),
  z.object({
    type: z.literal('event_callback'),
    team_id: z.string().min(1).max(50),
    event_id: z.string().min(1).max(100),
    event: z.unknown(),
  }),
])

/** A direct message that a person wrote. */
export interface SlackMessage {
  eventId: string
  team: string
  user: string
  channel: string
  thread: string | undefined
  text: string
}

export type SlackEvent = { challenge: string } | { message: SlackMessage } | { ignored: true } | { malformed: true }

/** What came from Slack. Everything but people's direct messages is taken and left. */
export function readEvent(rawBody: Buffer): SlackEvent {
  const sent = envelope.safeParse(json(rawBody))
  if (!sent.success) return { malformed: true }
  if (sent.data.type === 'url_verification') return { challenge: sent.data.challenge }
  const { team_id: team, event_id: eventId } = sent.data
  const event = message.safeParse(sent.data.event)
  if (!event.success) return { ignored: true }
  const { user, channel, thread_ts: thread, text } = event.data
  return { message: { eventId, team, user, channel, thread, text: plainText(text) } }
}

function json(rawBody: Buffer): unknown {
  try {
    return JSON.parse(rawBody.toString('utf8'))
  } catch {
    return undefined
  }
}
