import type { Log } from '#core/log.ts'

/** How the send of a prompt or a post ended, as the core wants to know it. */
export type Outcome =
  | { as: 'sent'; ref: string }
  /** `alone`: it was refused by itself, and others may be taken. */
  | { as: 'busy'; waitMs: number; alone?: true }
  | { as: 'unknown' }
  /** `gone`: nothing else would reach them either. `why`: the platform's own word for it. */
  | { as: 'failed'; gone: boolean; why?: string }

/** The core is told what a failure means; its platform's word for it is for the operator. */
export function forCore(outcome: Outcome, log: Log, event: 'prompt-not-sent' | 'post-not-sent') {
  if (outcome.as !== 'failed') return outcome
  const { why, ...meaning } = outcome
  if (why) log(event, { why })
  return meaning
}
