import type { Config } from '#core/config.ts'
import { openMail } from '#core/learners/send-mail.ts'
import type { Outcome } from '../outcome.ts'

export interface EmailToPost {
  to: string
  subject: string
  text: string
  delivery: string
  /** When its first send began. */
  beganAt: number
  /** Where it is stopped without signing in. */
  stopAt: string
}

/** What nodemailer says of a fault. */
interface Fault {
  /** The server's reply, where it was one: 450 or 550. */
  responseCode?: number
  response?: string
  /** What was being said to the server: `RCPT TO`, `DATA`. */
  command?: string
  code?: string
  originalCode?: string
  timeoutType?: string
}

const TEN_MINUTES = 600_000
/** Nobody was reached, so nothing can have been taken. */
const NOT_REACHED = [
  'EDNS',
  'ETLS',
  'ECONNREFUSED',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'CONNECT_TIMEOUT',
  'GREETING_TIMEOUT',
]

/**
 * Sends prompts through the mail server; one try, whose end it names. Mail servers can't be asked whether a letter is
 * there. Where that isn't known it is sent again under the same Message-ID, by which mailboxes and people's programs know
 * that it is one.
 */
export function emailPoster(config: Config) {
  const mail = openMail(config, () => {})
  const host = config.mailFrom.split('@').at(-1)
  return async ({ delivery, beganAt, stopAt, ...letter }: EmailToPost): Promise<Outcome> => {
    const ref = `${delivery.replace(/[^\w-]/g, '.')}.${beganAt.toString(36)}`
    // One press in a mail program stops them (RFC 8058).
    const headers = { 'List-Unsubscribe': `<${stopAt}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }
    try {
      await mail({ ...letter, messageId: `<${ref}@${host}>`, headers })
      return { as: 'sent', ref }
    } catch (error) {
      return endOf(error as Fault)
    }
  }
}

/** 4xx: later. 5xx: never. What is wrong with us, and not with the letter, is for the operator to mend: later, and for all. */
export function endOf({ responseCode = 0, response = '', command, code, originalCode, timeoutType }: Fault): Outcome {
  const notReached = [code, originalCode, timeoutType].some((name) => name && NOT_REACHED.includes(name))
  const isOurs = code === 'EAUTH' || command === 'MAIL FROM' || responseCode === 421 || notReached
  if (isOurs) return LATER
  if (responseCode >= 500) return { as: 'failed', gone: isGone(command, response) }
  // Many servers refuse whom they don't know yet, for some minutes: the others needn't wait for that.
  if (responseCode >= 400) return { ...LATER, alone: true }
  if (code === 'EENVELOPE') return { as: 'failed', gone: true }
  return { as: 'unknown' }
}

const LATER = { as: 'busy' as const, waitMs: TEN_MINUTES }

/** No such mailbox, or it was closed (RFC 3463, 5.1.x and 5.2.1); of replies without such a code, the plain 550 to it. */
function isGone(command: string | undefined, response: string): boolean {
  if (command !== 'RCPT TO') return false
  const [, detailed] = /^\d{3}[ -](5\.\d{1,3}\.\d{1,3})\b/.exec(response) ?? []
  return detailed ? /^5\.(?:1\.\d+|2\.1)$/.test(detailed) : /^55[013]/.test(response)
}
