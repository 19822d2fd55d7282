import { z } from 'zod'
import { plainText } from './plain-text.ts'
import { readEdit, type SlackEdit } from './read-edit.ts'

const id = z.string().min(1).max(100)
/** What a person wrote: absent, or one of these. Edits, joins and the like have others. */
const typed = z.enum(['file_share', 'thread_broadcast']).optional()
/** Of a message that a program wrote. */
const byPerson = z.undefined().optional()

const message = z.object({
  type: z.literal('message'),
  subtype: typed,
  bot_id: byPerson,
  user: id,
  channel: z.string().regex(/^D/),
  text: z.string().default(''),
  ts: id,
  thread_ts: z.string().optional(),
})
const mention = z.object({
  type: z.literal('app_mention'),
  subtype: typed,
  bot_id: byPerson,
  user: id,
  channel: z.string().regex(/^[CG]/),
  text: z.string().default(''),
  ts: id,
  thread_ts: id.optional(),
  user_team: id.optional(),
  source_team: id.optional(),
})
const opened = z.object({
  type: z.literal('app_home_opened'),
  tab: z.literal('home'),
  user: id,
  /** The direct message with the companion. */
  channel: z.string().regex(/^D/),
})
const envelope = z.discriminatedUnion('type', [
  z.object({ type: z.literal('url_verification'), challenge: z.string().max(1000) }),
  z.object({
    type: z.literal('event_callback'),
    team_id: z.string().min(1).max(50),
    api_app_id: z.string().max(50).optional(),
    event_id: z.string().min(1).max(100),
    event: z.unknown(),
  }),
])
type Envelope = Extract<z.infer<typeof envelope>, { type: 'event_callback' }>

/** A direct message that a person wrote. */
export interface SlackMessage {
  eventId: string
  team: string
  user: string
  channel: string
  thread: string | undefined
  text: string
  /** What names it in its workspace: the same however often it is delivered, and found again when it is edited. */
  name: string
}

/** A message that names the companion, where others read along. */
export interface SlackMention {
  eventId: string
  team: string
  user: string
  channel: string
  /** The thread that it was written in, if any; and the one that a reply for everybody belongs in. */
  thread: string | undefined
  root: string
  /** As Slack sends it, with the companion's own name still in it. */
  raw: string
  /** Opens a direct message with the companion; null for people of other workspaces, who may not have one. */
  ownChat: string | null
}

/** Somebody looks at the companion's own page in Slack. */
export interface SlackHomeOpened {
  eventId: string
  team: string
  user: string
  channel: string
}

export type SlackEvent =
  | { challenge: string }
  | { message: SlackMessage }
  | { edit: SlackEdit }
  | { mention: SlackMention }
  | { home: SlackHomeOpened }
  | { ignored: true }
  | { malformed: true }

/**
 * What came from Slack. Everything but people's direct messages, their edits, and messages that name the companion is taken
 * and left.
 */
export function readEvent(rawBody: Buffer): SlackEvent {
  const sent = envelope.safeParse(json(rawBody))
  if (!sent.success) return { malformed: true }
  if (sent.data.type === 'url_verification') return { challenge: sent.data.challenge }
  const { team_id: team, event_id: eventId, event } = sent.data
  const edit = readEdit(event, { team, eventId })
  if (edit) return { edit }
  return readMessage(sent.data) ?? readMention(sent.data) ?? readHome(sent.data) ?? { ignored: true }
}

function readMessage({ team_id: team, event_id: eventId, event }: Envelope): SlackEvent | null {
  const read = message.safeParse(event)
  if (!read.success) return null
  const { user, channel, ts, thread_ts: thread, text } = read.data
  return { message: { eventId, team, user, channel, thread, text: plainText(text), name: `${channel}:${ts}` } }
}

function readMention({ team_id: team, api_app_id: app, event_id: eventId, event }: Envelope): SlackEvent | null {
  const read = mention.safeParse(event)
  if (!read.success) return null
  const { user, channel, ts, thread_ts: thread, text: raw, user_team, source_team } = read.data
  const fromOutside = [user_team, source_team].some((theirs) => theirs !== undefined && theirs !== team)
  const ownChat = app && !fromOutside ? `https://slack.com/app_redirect?app=${app}&team=${team}` : null
  return { mention: { eventId, team, user, channel, thread, root: thread ?? ts, raw, ownChat } }
}

function readHome({ team_id: team, event_id: eventId, event }: Envelope): SlackEvent | null {
  const read = opened.safeParse(event)
  return read.success ? { home: { eventId, team, user: read.data.user, channel: read.data.channel } } : null
}

function json(rawBody: Buffer): unknown {
  try {
    return JSON.parse(rawBody.toString('utf8'))
  } catch {
    return undefined
  }
}
