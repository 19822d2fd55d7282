import type { Actor } from '#core/actor.ts'
import { notFound } from '#core/errors.ts'
import type { Linkable } from '#core/learners/link-rules.ts'
import type { Card } from './replies/card.ts'
import type { Filled, Modal, Taken } from './replies/modal.ts'

/** Somebody wants a window, or sent one. */
export interface Asking {
  actor: Actor
  account: Linkable
  /** What the window is about, as its button said. */
  about: string
  /** The conversation in which it is opened. */
  conversation: string
}

export interface Sent extends Asking {
  filled: Filled
  /** Names what was sent: sent twice, it has one effect. */
  operation: string
}

/** What comes of it, and what is said of it in the conversation. */
export interface Outcome {
  taken: Taken
  cards: Card[]
  /** What stands from now on in place of the message whose button opened the window. */
  settled?: Card | undefined
}

/** One kind of window: what it shows, and what comes of what was filled in, with one core call at most. */
export interface Window {
  open(asking: Asking): Promise<Modal>
  take(sent: Sent): Promise<Outcome>
}

export interface Windows {
  open(kind: string, asking: Asking): Promise<Modal>
  take(kind: string, sent: Sent): Promise<Outcome>
}

/** Every kind of window by its name, as `Modal.kind` says it. */
export function openWindows(kinds: Record<string, Window>): Windows {
  const window = (kind: string): Window => {
    const found = Object.hasOwn(kinds, kind) ? kinds[kind] : undefined
    if (!found) throw notFound('that window')
    return found
  }
  return {
    open: async (kind, asking) => window(kind).open(asking),
    take: async (kind, sent) => window(kind).take(sent),
  }
}
