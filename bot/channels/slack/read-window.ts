import { z } from 'zod'
import type { Filled } from '../../replies/modal.ts'
import { channelOf } from './conversation.ts'
import type { From } from './render-view.ts'

const id = z.string().min(1).max(100)
const place = z.string().regex(/^[CDG]\w{1,40}$/)

const pressed = z.object({
  type: z.literal('block_actions'),
  trigger_id: id,
  team: z.object({ id }),
  user: z.object({ id, team_id: id.optional() }),
  channel: z.object({ id: place }),
  message: z.object({ team: id.optional() }).optional(),
  container: z.object({ message_ts: id }),
  actions: z
    .array(
      z.object({
        action_id: z.string().regex(/^window(?:-\d)?$/),
        action_ts: id,
        /** The kind of window, and what it is about: as `renderBlocks` wrote it. */
        value: z.string().regex(/^[a-z-]{1,40} [\w.: -]{1,200}$/),
      }),
    )
    .length(1),
})

/** Only the fields of ours. What else Slack's forms have is never asked for. */
const option = z.object({ value: z.string().max(150) })
const given = z.discriminatedUnion('type', [
  z.object({ type: z.literal('plain_text_input'), value: z.string().nullish() }),
  z.object({ type: z.enum(['radio_buttons', 'static_select']), selected_option: option.nullish() }),
  z.object({ type: z.enum(['checkboxes', 'multi_static_select']), selected_options: z.array(option).max(100) }),
])
const submitted = z.object({
  type: z.literal('view_submission'),
  team: z.object({ id }),
  user: z.object({ id, team_id: id.optional() }),
  view: z.object({
    id,
    hash: z.string().max(100).default(''),
    callback_id: z.string().regex(/^[a-z-]{1,40}$/),
    /** As `renderView` wrote it. */
    private_metadata: z.string().regex(/^\w{1,50}\/[CDG]\w{1,40} (?:-|\d{1,20}\.\d{1,20}) [\w.: -]{1,200}$/),
    state: z.object({ values: z.record(z.string().max(255), z.object({ value: given })) }),
  }),
})

interface Window {
  eventId: string
  /** That of whoever pressed: in a shared channel another than the companion's. */
  team: string
  user: string
  kind: string
  about: string
  from: From
}

/** A button that opens a window was pressed. */
export interface SlackOpening extends Window {
  /** Opens it, for three seconds. */
  trigger: string
}

/** Somebody sent what they filled in. `eventId` is the same however often Slack says so. */
export interface SlackSubmission extends Window {
  filled: Filled
}

export type SlackWindow = { opening: SlackOpening } | { submission: SlackSubmission } | { malformed: true }

/** What has to do with windows, of all that Slack's interactivity sends; null where it is something else. */
export function readWindow(sent: unknown): SlackWindow | null {
  if ((sent as { type?: unknown } | null)?.type === 'view_submission') return readSubmission(sent)
  const read = pressed.safeParse(sent)
  const [button] = read.success ? read.data.actions : []
  if (!read.success || !button) return null
  const { team, user, channel, message, container, trigger_id: trigger } = read.data
  const [kind = '', ...about] = button.value.split(' ')
  return {
    opening: {
      eventId: `window:${container.message_ts}:${button.action_ts}:${user.id}`,
      team: user.team_id ?? team.id,
      user: user.id,
      kind,
      about: about.join(' '),
      from: { workspace: message?.team ?? team.id, channel: channel.id, message: container.message_ts },
      trigger,
    },
  }
}

function readSubmission(sent: unknown): SlackWindow {
  const read = submitted.safeParse(sent)
  if (!read.success) return { malformed: true }
  const { team, user, view } = read.data
  const [where = '', message = '-', ...about] = view.private_metadata.split(' ')
  return {
    submission: {
      eventId: `view:${view.id}:${view.hash}`,
      team: user.team_id ?? team.id,
      user: user.id,
      kind: view.callback_id,
      about: about.join(' '),
      from: { ...channelOf(where), message: message === '-' ? null : message },
      filled: Object.fromEntries(Object.entries(view.state.values).map(([name, { value }]) => [name, filledIn(value)])),
    },
  }
}

function filledIn(field: z.infer<typeof given>): Filled[string] {
  if (field.type === 'plain_text_input') return field.value ?? null
  if ('selected_options' in field) return field.selected_options.map(({ value }) => value)
  return field.selected_option?.value ?? null
}
