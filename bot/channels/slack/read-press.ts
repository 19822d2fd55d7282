import { z } from 'zod'
import type { SlackMessage } from './read-event.ts'

const payload = z.object({
  type: z.literal('block_actions'),
  team: z.object({ id: z.string().min(1).max(50) }),
  user: z.object({ id: z.string().min(1).max(50) }),
  channel: z.object({ id: z.string().regex(/^D/) }),
  message: z.object({
    ts: z.string().min(1).max(50),
    text: z.string().default(''),
    blocks: z.array(z.looseObject({ type: z.string() })).default([]),
  }),
  actions: z
    .array(
      z.object({
        action_id: z.string().regex(/^prompt-\d$/),
        action_ts: z.string().min(1).max(50),
        /** The prompt, and what the press says: as `renderBlocks` wrote it. */
        value: z.string().regex(/^\S{1,200} [a-z ]{1,40}$/),
      }),
    )
    .length(1),
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

/** What Slack's interactivity sent: a form with one field. Presses of anything but a prompt's buttons are left. */
export function readPress(rawBody: Buffer): SlackPress | 'ignored' | 'malformed' {
  const sent = json(new URLSearchParams(rawBody.toString('utf8')).get('payload'))
  if (typeof sent !== 'object' || sent === null || !('type' in sent)) return 'malformed'
  const read = payload.safeParse(sent)
  const [action] = read.success ? read.data.actions : []
  if (!read.success || !action) return 'ignored'
  const { team, user, channel, message } = read.data
  const [pressed = '', ...words] = action.value.split(' ')
  const text = words.join(' ')
  return {
    eventId: `press:${message.ts}:${action.action_ts}:${user.id}`,
    team: team.id,
    user: user.id,
    channel: channel.id,
    thread: undefined,
    text,
    pressed,
    shown: message,
    settles: text !== 'answer',
  }
}

function json(text: string | null): unknown {
  try {
    return JSON.parse(text ?? '')
  } catch {
    return undefined
  }
}
