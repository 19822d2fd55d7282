import { WebAPIPlatformError, WebAPIRateLimitedError } from '@slack/web-api'
import type { Outcome } from '../outcome.ts'
import { NotInstalled } from './tokens.ts'

/** Whoever it is for can't be written to any more. */
const GONE = ['channel_not_found', 'user_not_found', 'is_archived', 'user_disabled', 'cannot_dm_bot', 'not_in_channel']
/** The workspace isn't there for this token any more. One that was installed goes then. */
export const LEFT = ['account_inactive', 'token_revoked']
/** The token is at fault, which the operator can mend: nobody's prompts are lost by it. */
const OURS = [...LEFT, 'invalid_auth', 'not_authed', 'token_expired', 'missing_scope']
const TEN_MINUTES = 600_000
/** Slack's own faults, after which a message may be there or not. */
const SLACKS = ['fatal_error', 'internal_error', 'service_unavailable', 'request_timeout']

/** Slack's own word for what went wrong; empty where it said none. */
export const codeOf = (error: unknown): string => (error instanceof WebAPIPlatformError ? error.data.error : '')

/** What became of a send that threw. */
export function outcomeOf(error: unknown): Outcome {
  if (error instanceof NotInstalled) return { as: 'failed', gone: true, why: 'not_installed' }
  if (error instanceof WebAPIRateLimitedError) return { as: 'busy', waitMs: error.retryAfter * 1000 }
  const code = codeOf(error)
  if (code === '' || SLACKS.includes(code)) return { as: 'unknown' }
  if (code === 'ratelimited' || code === 'rate_limited') return { as: 'busy', waitMs: 60_000 }
  if (OURS.includes(code)) return { as: 'busy', waitMs: TEN_MINUTES }
  return { as: 'failed', gone: GONE.includes(code), why: code }
}
