import type { Clock } from '../clock.ts'

export interface DailyBudget {
  /** Sets a call and what it may cost at most aside; false when the day's budget doesn't hold it. */
  reserve(tokens: number): boolean
  /** Puts what a call really cost in the place of what was set aside. */
  settle(reserved: number, spent: number): void
}

const DAY = 24 * 60 * 60 * 1000

/** So many calls and tokens a day (UTC). Counted in this process: a restart begins anew. */
export function dailyBudget(clock: Clock, most: { calls: number; tokens: number }): DailyBudget {
  let day = -1
  let calls = 0
  let tokens = 0
  const today = () => {
    const now = Math.floor(clock.now() / DAY)
    if (now === day) return
    day = now
    calls = 0
    tokens = 0
  }
  return {
    reserve(wanted) {
      today()
      if (calls + 1 > most.calls || tokens + wanted > most.tokens) return false
      calls += 1
      tokens += wanted
      return true
    },
    settle(reserved, spent) {
      today()
      tokens = Math.max(0, tokens - reserved) + spent
    },
  }
}
