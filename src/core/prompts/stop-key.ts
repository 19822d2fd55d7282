import { timingSafeEqual } from 'node:crypto'
import type { Keys } from '../privacy/keys.ts'

type Blind = Pick<Keys, 'blind'>

/**
 * What stops a schedule's e-mails for whoever holds it, and does nothing else. It is worked out anew each time and kept
 * nowhere, so that every e-mail's link goes on working, the one that was sent twice too.
 */
export const stopKeyOf = (keys: Blind, scheduleId: string): string =>
  `${scheduleId}.${keys.blind(`stop the e-mails of ${scheduleId}`)}`

/** The schedule that a key stops; null where it isn't one of ours. */
export function scheduleOfKey(keys: Blind, key: string): string | null {
  const [scheduleId = ''] = key.split('.')
  const [given, right] = [Buffer.from(key), Buffer.from(stopKeyOf(keys, scheduleId))]
  return given.length === right.length && timingSafeEqual(given, right) ? scheduleId : null
}
