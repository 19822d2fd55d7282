import { z } from 'zod'
import type { SlackMessage } from './read-event.ts'

const id = z.string().min(1).max(50)
const pressed = { type: z.literal('block_actions'), user: z.object({ id }) }
const action = <Shape extends z.ZodRawShape>(shape: Shape) => z.array(z.object(shape)).length(1)

const underPrompt = z.object({
  ...pressed,
  team: z.object({ id }),
  channel: z.object({ id: z.string().regex(/^D/) }),
  message: z.object({
    ts: id,
    /** The workspace of the companion who wrote it. */
    team: id.optional(),
    text: z.string().default(''),
    blocks: z.array(z.looseObject({ type: z.string() })).default([]),
  }),
  actions: action({
    action_id: z.string().regex(/^prompt-\d$/),
    action_ts: id,
    /** The prompt, and what the press says: as `renderBlocks` wrote it. */
    value: z.string().regex(/^\S{1,200} [a-z ]{1,40}$/),
  }),
})
/** Under any other reply in a direct message. */
const underReply = z.object({
  ...pressed,
  team: z.object({ id }),
  channel: z.object({ id: z.string().regex(/^D/) }),
  message: z.object({ ts: id, team: id.optional() }),
  actions: action({
    action_id: z.string().regex(/^say-\d$/),
    action_ts: id,
    /** What the press says, in words of ours. */
    value: z.string().regex(/^[A-Za-z ]{1,40}$/),
  }),
})

/** Of a message that one person sees, Slack sends where it stands and not what is in it. */
const sharing = z.object({
  ...pressed,
  team: z.object({ id }),
  channel: z.object({ id: z.string().regex(/^[CG]/) }),
  container: z.object({ message_ts: id, thread_ts: id.optional() }),
  actions: action({
    action_id: z.enum(['share', 'others']),
    /** The workspace whose companion this is, where in the channel, and which clauses: as `renderBlocks` wrote it. */
    value: z.string().regex(/^(?:\w{1,50}\/)?(?:here|\d{1,20}\.\d{1,20})( [\w.:-]{1,60}){0,30}$/),
  }),
})

const atHome = z.object({
  ...pressed,
  team: z.object({ id }),
  view: z.object({
    type: z.literal('home'),
    app_installed_team_id: id.optional(),
    /** The direct message: as `renderHome` wrote it. */
    private_metadata: z.string().regex(/^D\w{1,40}$/),
  }),
  actions: action({
    action_id: z.string().regex(/^home-\d{1,2}-\d$/),
    action_ts: id,
    /** What the press says. */
    value: z.string().min(1).max(100),
  }),
})

/** A button under a prompt that somebody pressed, as if they had said its words. */
export interface SlackPress extends SlackMessage {
  /** The prompt that it was under. */
  pressed: string
  /** The message as it is shown. */
  shown: { ts: string; text: string; blocks: { type: string }[] }
  /** Nothing is left to press. */
  settles: boolean
}

/** Somebody shows everybody in a channel the clauses that they alone were shown. */
export interface SlackShare {
  eventId: string
  workspace: string
  user: string
  channel: string
  /** None where it was asked by a command, which has none. */
  thread: string | undefined
  clauses: string[]
}

/** Somebody in a channel was shown what they didn't ask for; these clauses came next. */
export interface SlackOthers extends SlackShare {
  /** The thread they were answered in, where there was one already. */
  within: string | undefined
}

export type SlackPressed =
  | { press: SlackPress }
  | { said: SlackMessage }
  | { share: SlackShare }
  | { others: SlackOthers }
  | { ignored: true }
  | { malformed: true }

/** What Slack's interactivity sent. Presses of anything but our own buttons are left. */
export function readPress(sent: unknown): SlackPressed {
  if (typeof sent !== 'object' || sent === null || !('type' in sent) || typeof sent.type !== 'string')
    return { malformed: true }
  return readPrompt(sent) ?? readReply(sent) ?? readShare(sent) ?? readAtHome(sent) ?? { ignored: true }
}

function readPrompt(sent: object): SlackPressed | null {
  const read = underPrompt.safeParse(sent)
  const [button] = read.success ? read.data.actions : []
  if (!read.success || !button) return null
  const { team, user, channel, message } = read.data
  const [prompt = '', ...words] = button.value.split(' ')
  const text = words.join(' ')
  const eventId = `press:${message.ts}:${button.action_ts}:${user.id}`
  return {
    press: {
      eventId,
      name: eventId,
      workspace: message.team ?? team.id,
      team: team.id,
      user: user.id,
      channel: channel.id,
      thread: undefined,
      text,
      pressed: prompt,
      shown: message,
      settles: text !== 'answer',
    },
  }
}

/** What is pressed under a reply is said, as if it had been written. */
function readReply(sent: object): SlackPressed | null {
  const read = underReply.safeParse(sent)
  const [button] = read.success ? read.data.actions : []
  if (!read.success || !button) return null
  const { team, user, channel, message } = read.data
  const eventId = `press:${message.ts}:${button.action_ts}:${user.id}`
  const workspace = message.team ?? team.id
  const said = {
    eventId,
    name: eventId,
    workspace,
    team: team.id,
    user: user.id,
    thread: undefined,
    text: button.value,
  }
  return { said: { ...said, channel: channel.id } }
}

function readShare(sent: object): SlackPressed | null {
  const read = sharing.safeParse(sent)
  const [button] = read.success ? read.data.actions : []
  if (!read.success || !button) return null
  const { team, user, channel, container } = read.data
  const [where = '', ...clauses] = button.value.split(' ')
  const [root = '', workspace = team.id] = where.split('/').reverse()
  const thread = root === 'here' ? undefined : root
  const shown = { workspace, user: user.id, channel: channel.id, thread, clauses }
  if (button.action_id === 'others') {
    const eventId = `others:${channel.id}:${container.message_ts}:${user.id}`
    return { others: { ...shown, eventId, within: container.thread_ts } }
  }
  if (clauses.length === 0) return null
  // However often it is pressed, it is shown once.
  const eventId = `share:${channel.id}:${container.message_ts}:${user.id}`
  return { share: { ...shown, eventId } }
}

/** What is pressed on the companion's page is said in the direct message, where the reply comes. */
function readAtHome(sent: object): SlackPressed | null {
  const read = atHome.safeParse(sent)
  const [button] = read.success ? read.data.actions : []
  if (!read.success || !button) return null
  const { team, user, view } = read.data
  const eventId = `press:${button.action_id}:${button.action_ts}:${user.id}`
  const from = { workspace: view.app_installed_team_id ?? team.id, team: team.id, user: user.id }
  const said = { ...from, eventId, name: eventId, thread: undefined, text: button.value }
  return { said: { ...said, channel: view.private_metadata } }
}
