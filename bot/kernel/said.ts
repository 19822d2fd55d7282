import { createHash } from 'node:crypto'
import type { Activity } from 'botbuilder'
import { type Actor, learnerOf } from '#core/actor.ts'

export interface Edits {
  of: string[]
  gone: boolean
}

/** One message to the companion, from whichever channel. */
export interface Said {
  actor: Actor
  channel: 'chat' | 'slack' | 'teams'
  /** Which conversation of the channel; one learner's dialogue is kept apart for each. */
  conversation: string
  /** The message's own id. Delivered again, it has the same. */
  operation: string
  text: string
  /** Where in the conversation the replies belong. */
  thread?: string | undefined
  /** The prompt whose button was pressed to say it. */
  pressed?: string | undefined
  /** The chapter beside which it is said. */
  chapter?: string | undefined
  /** It changes or takes away a message that had these operations, the latest first. */
  edits?: Edits | undefined
  /** What was sent from a window, where it is no message. */
  written?: unknown
  /** What the last reply was about, where whoever speaks sends it along. */
  about?: unknown
  /** The platform's account that it was said from; none where a browser's notebook speaks. */
  account?: unknown
  /** Where it is said, as far as the replies depend on it. */
  place: unknown
  /** Ends when whoever spoke no longer waits. */
  signal?: AbortSignal | undefined
}

export const VISITING = 'visitor'

/** A message as Botkit takes it. The sender is the learner, never the platform's user. */
export const activityOf = ({
  actor,
  channel,
  conversation,
  operation,
  text,
  thread,
  pressed,
  chapter,
  edits,
  written,
  about,
  account,
  place,
  signal,
}: Said): Activity =>
  ({
    type: 'message',
    id: operation,
    channelId: channel,
    serviceUrl: 'urn:standpoint',
    text,
    from: { id: learnerOf(actor) ?? VISITING },
    recipient: { id: 'companion' },
    conversation: { id: conversation },
    channelData: { actor, place, thread, pressed, chapter, edits, written, about, account, signal },
  }) as unknown as Activity

/** A UUID that is always the same for the same name (RFC 9562, version 8), to name the save a message leads to. */
export function operationOf(name: string): string {
  const hex = createHash('sha256').update(name).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
