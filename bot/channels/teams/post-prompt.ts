import { HttpError } from '@microsoft/agents-hosting'
import type { TeamsSettings } from '#core/config.ts'
import type { TeamsChat } from '#core/prompts/teams-chat.ts'
import type { Card } from '../../replies/card.ts'
import type { Outcome } from '../outcome.ts'
import { cloudAdapter, NotLeft, TeamsAdapter } from './teams-adapter.ts'

/** Of a send; the library itself would wait for minutes. */
const PATIENCE = 10_000
/** Where Teams names no time. */
const MINUTE = 60_000
/** The secret or the identity is at fault, which its operator can mend: nobody's prompts are lost by it. */
const TEN_MINUTES = 600_000
/** The companion is blocked, or was taken out; the chat is no more. */
const GONE = [403, 404]
/** No line was there to send it over. */
const NO_LINE = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'UND_ERR_CONNECT_TIMEOUT']
/** For now it can't be said whether it is there: Microsoft counts these among those to try again. */
const LATER = [408, 412]

/**
 * Sends prompts to people's own chats in Teams; one try, whose end it names. Teams takes no name of ours for a message and
 * can't be asked for one, so what nobody knows the end of is sent once more, and then no more: the two have the same
 * delivery in their buttons, and a press of either counts once. What surely isn't there is never called unknown.
 */
export function promptPoster({ site, ...settings }: TeamsSettings & { site: string }, patience = PATIENCE) {
  const adapter = new TeamsAdapter(cloudAdapter(settings), settings, site)
  return async (chat: TeamsChat, card: Card): Promise<Outcome> => {
    // What was kept when other addresses were allowed is never written to.
    if (!adapter.reaches(chat)) return { as: 'failed', gone: true }
    try {
      return { as: 'sent', ref: await inTime(adapter.send(chat, card), patience) }
    } catch (error) {
      return outcomeOf(error)
    }
  }
}

/** Rejects when it takes too long; whether it arrives then is anybody's guess. */
async function inTime<T>(send: Promise<T>, patience: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('Teams took too long.')), patience)
  })
  return Promise.race([send, late]).finally(() => clearTimeout(timer))
}

function outcomeOf(error: unknown): Outcome {
  if (error instanceof NotLeft) return { as: 'busy', waitMs: TEN_MINUTES }
  if (NO_LINE.includes(codeOf(error))) return { as: 'busy', waitMs: MINUTE }
  if (!(error instanceof HttpError)) return { as: 'unknown' }
  const { status, response } = error
  if (status === 429 || status === 503) return { as: 'busy', waitMs: waitOf(response.headers.get('retry-after')) }
  if (status === 401) return { as: 'busy', waitMs: TEN_MINUTES }
  if (GONE.includes(status)) return { as: 'failed', gone: true }
  return status >= 500 || LATER.includes(status) ? { as: 'unknown' } : { as: 'failed', gone: false }
}

/** Of what went wrong below `fetch`. */
const codeOf = (error: unknown): string =>
  String((error as { cause?: { code?: unknown } } | undefined)?.cause?.code ?? '')

/** Seconds, or the time of day. */
function waitOf(retryAfter: string | null): number {
  const said = retryAfter?.trim() ?? ''
  const wait = /^\d{1,6}$/.test(said) ? Number(said) * 1000 : Date.parse(said) - Date.now()
  return Number.isNaN(wait) ? MINUTE : Math.max(0, wait)
}
