import { z } from 'zod'

const SECOND = 1000
/** The first wait after a fault that nobody has named a time for; each further one is twice as long. */
const FIRST_WAIT = 30 * SECOND
const LONGEST_WAIT = 3_600_000
const MOST_ATTEMPTS = 8
/**
 * Where a message can't be looked up, what was sent twice is there twice: so often is something sent at most whose end nobody
 * knows. Then it counts as sent.
 */
const MOST_UNFINDABLE = 2

/** How a send ended. */
export const outcome = z.discriminatedUnion('as', [
  /** `ref`: the channel's own name of the message. */
  z.strictObject({ as: z.literal('sent'), ref: z.string().max(200) }),
  /** It was refused for now, so it isn't there. In milliseconds, as the channel said; `alone`: others may be taken. */
  z.strictObject({ as: z.literal('busy'), waitMs: z.number().min(0), alone: z.boolean().optional() }),
  /** It went wrong, and may be there or not. */
  z.strictObject({ as: z.literal('unknown') }),
  /** It will never work. `gone`: nothing else would either. */
  z.strictObject({ as: z.literal('failed'), gone: z.boolean() }),
])
export type Outcome = z.infer<typeof outcome>

interface Changed {
  state: 'waiting' | 'sent' | 'failed'
  attempts?: number
  due_at?: number
  sent_at?: number
  sent_ref?: string
}

/** What becomes of something that was sent, in whichever ledger. `findable`: whether it is there can be looked up. */
export function afterSend(
  outcome: Outcome,
  { attempts: before, findable }: { attempts: number; findable: boolean },
  now: number,
): Changed {
  switch (outcome.as) {
    case 'sent':
      return { state: 'sent', sent_at: now, sent_ref: outcome.ref }
    case 'busy':
      return { state: 'waiting', due_at: now + outcome.waitMs }
    case 'unknown': {
      const attempts = before + 1
      if (!findable && attempts >= MOST_UNFINDABLE) return { state: 'sent', attempts, sent_at: now, sent_ref: '' }
      if (attempts >= MOST_ATTEMPTS) return { state: 'failed', attempts }
      // Up to half as long again, so that not all come back at the same moment.
      const wait = Math.min(FIRST_WAIT * 2 ** before, LONGEST_WAIT) * (1 + Math.random() / 2)
      return { state: 'waiting', attempts, due_at: Math.round(now + wait) }
    }
    case 'failed':
      return { state: 'failed' }
  }
}
