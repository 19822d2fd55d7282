import { z } from 'zod'
import { plainText } from './plain-text.ts'
import type { SlackMessage } from './read-event.ts'

const id = z.string().min(1).max(100)
const command = z.object({
  command: z.string().regex(/^\/\S{1,40}$/),
  team_id: id,
  user_id: id,
  channel_id: z.string().regex(/^[CDG]\w{1,40}$/),
  text: z.string().default(''),
  /** It names the command: Slack gives none of these an id. */
  trigger_id: id,
  api_app_id: id.optional(),
  response_url: z.string().max(1000).optional(),
})

const check = z.object({ ssl_check: z.literal('1') })

/** Commands have no type, unlike all else. */
export const isCommand = (payload: unknown): boolean =>
  check.safeParse(payload).success || z.object({ command: z.unknown() }).safeParse(payload).success

/** What somebody typed after `/standpoint`, wherever that was. */
export interface SlackCommand extends SlackMessage {
  /** Opens a direct message with the companion; null where the app doesn't say its name. */
  ownChat: string | null
  /** Opens a window, for three seconds. */
  trigger: string
  /** Where a reply may go that comes late, as Slack says. */
  respondTo: string | null
}

export type SlackCommanded = { command: SlackCommand } | { ignored: true } | { malformed: true }

/** A command, as Slack sends it: a form. Without words it asks for help. */
export function readCommand(payload: unknown): SlackCommanded {
  // Now and then Slack looks whether the address still answers.
  if (check.safeParse(payload).success) return { ignored: true }
  const sent = command.safeParse(payload)
  if (!sent.success) return { malformed: true }
  const { team_id: team, user_id: user, channel_id: channel, trigger_id: trigger, api_app_id: app, text } = sent.data
  const name = `command:${trigger}`
  return {
    command: {
      eventId: name,
      name,
      workspace: team,
      team,
      user,
      channel,
      thread: undefined,
      text: plainText(text).trim() || 'help',
      ownChat: app ? `https://slack.com/app_redirect?app=${app}&team=${team}` : null,
      trigger,
      respondTo: sent.data.response_url ?? null,
    },
  }
}
