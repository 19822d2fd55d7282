import { localTime } from '../local-time.ts'
import type { PromptSettings } from './settings.ts'
import { ASK_AFTER, firstFree, nextPrompt } from './when.ts'

/** How somebody's prompts stand at a moment. Times are milliseconds. */
export interface Standing {
  now: number
  /** In a row that were left alone. */
  unanswered: number
  /** When the one is due that is queued and not sent; null where none is. */
  waiting: number | null
  /** Days on which none may come. */
  taken: ReadonlySet<string>
}

/**
 * The moments after now and up to `until` at which prompts come, if nothing changes: each is queued, put off and let go
 * as the ledger would, and answered or not as often as until now.
 */
export function comingPrompts(settings: PromptSettings, standing: Standing, until: number): number[] {
  const { now, unanswered, waiting } = standing
  const taken = new Set(standing.taken)
  const found: number[] = []
  const send = (due: number): number => {
    const at = firstFree(settings, due, taken)
    taken.add(localTime(at, settings.zone).day)
    found.push(at)
    return at
  }
  let gone = waiting === null ? Number.NEGATIVE_INFINITY : send(Math.max(waiting, now))
  let next = settings.nextAt
  while (next !== null && next <= until) {
    const due = Math.max(next, now)
    // One that still waits goes in place of it.
    if (due > gone) {
      gone = send(due)
      // They are asked whether to go on, and nothing follows until they say.
      if (unanswered >= ASK_AFTER) break
    }
    next = nextPrompt(settings, unanswered, due)
  }
  return found.filter((at) => at > now && at <= until)
}
