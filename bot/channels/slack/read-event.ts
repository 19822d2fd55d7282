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
const left = z.discriminatedUnion('type', [
  z.object({ type: z.literal('app_uninstalled') }),
  z.object({ type: z.literal('tokens_revoked'), tokens: z.object({ bot: z.array(id).min(1) }) }),
])
const envelope = z.discriminatedUnion('type', [
  z.object({ type: z.literal('url_verification'), challenge: z.string().max(1000) }),
  z.object({
    type: z.literal('event_callback'),
    team_id: z.string().min(1).max(50),
    authorizations: z.array(z.object({ team_id: z.string().min(1).max(50).nullish() })).nullish(),
    context_team_id: z.string().min(1).max(50).nullish(),
    api_app_id: z.string().max(50).optional(),
    event_id: z.string().min(1).max(100),
    /** In seconds. */
    event_time: z.number().optional(),
    event: z.unknown(),
  }),
])
type Envelope = Extract<z.infer<typeof envelope>, { type: 'event_callback' }>

/** The workspace whose companion this is for. In channels that workspaces share, `team_id` may be the writer's own. */
const addressed = ({ authorizations, context_team_id, team_id }: Envelope): string =>
  authorizations?.[0]?.team_id ?? context_team_id ?? team_id

/** A direct message that a person wrote. */
export interface SlackMessage {
  eventId: string
  /** The workspace whose companion was written to, and that of whoever wrote. */
  workspace: string
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
  workspace: string
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
  workspace: string
  team: string
  user: string
  channel: string
}

/** The app was taken out of a workspace, or its token was. `at` is in milliseconds. */
export interface SlackLeft {
  workspace: string
  at: number | undefined
}

export type SlackEvent =
  | { challenge: string }
  | { message: SlackMessage }
  | { edit: SlackEdit }
  | { mention: SlackMention }
  | { home: SlackHomeOpened }
  | { left: SlackLeft }
  | { ignored: true }
  | { malformed: true }

/**
 * What came from Slack. Everything but people's direct messages, their edits, messages that name the companion, and news of
 * the app itself is taken and left.
 */
export function readEvent(payload: unknown): SlackEvent {
  const sent = envelope.safeParse(payload)
  if (!sent.success) return { malformed: true }
  if (sent.data.type === 'url_verification') return { challenge: sent.data.challenge }
  const { team_id: team, event_id: eventId, event } = sent.data
  const edit = readEdit(event, { workspace: addressed(sent.data), team, eventId })
  if (edit) return { edit }
  return (
    readMessage(sent.data) ?? readMention(sent.data) ?? readHome(sent.data) ?? readLeft(sent.data) ?? { ignored: true }
  )
}

function readMessage(sent: Envelope): SlackEvent | null {
  const { team_id: team, event_id: eventId } = sent
  const read = message.safeParse(sent.event)
  if (!read.success) return null
  const { user, channel, ts, thread_ts: thread, text } = read.data
  const from = { eventId, workspace: addressed(sent), team, user, channel, thread }
  return { message: { ...from, text: plainText(text), name: `${channel}:${ts}` } }
}

function readMention(sent: Envelope): SlackEvent | null {
  const { team_id: team, api_app_id: app, event_id: eventId } = sent
  const workspace = addressed(sent)
  const read = mention.safeParse(sent.event)
  if (!read.success) return null
  const { user, channel, ts, thread_ts: thread, text: raw, user_team, source_team } = read.data
  const fromOutside = [team, user_team, source_team].some((theirs) => theirs !== undefined && theirs !== workspace)
  const ownChat = app && !fromOutside ? `https://slack.com/app_redirect?app=${app}&team=${workspace}` : null
  return { mention: { eventId, workspace, team, user, channel, thread, root: thread ?? ts, raw, ownChat } }
}

function readHome(sent: Envelope): SlackEvent | null {
  const read = opened.safeParse(sent.event)
  if (!read.success) return null
  const { user, channel } = read.data
  return { home: { eventId: sent.event_id, workspace: addressed(sent), team: sent.team_id, user, channel } }
}

function readLeft(sent: Envelope): SlackEvent | null {
  // A whole second: what was installed within it stays, as its token may be another.
  const at = sent.event_time === undefined ? undefined : sent.event_time * 1000
  return left.safeParse(sent.event).success ? { left: { workspace: addressed(sent), at } } : null
}
