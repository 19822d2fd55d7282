import type { Clock } from '#core/clock.ts'

const MOST = 10_000

/** Remembers which browsers were seen this month, so that the core isn't asked at every request. */
export function oncePerMonth(clock: Clock) {
  let month = 0
  let seen = new Set<string>()
  return {
    /** True for the first time in a month, as far as this process knows. */
    isNew(secret: string): boolean {
      const date = new Date(clock.now())
      const now = date.getUTCFullYear() * 12 + date.getUTCMonth()
      if (now !== month || seen.size >= MOST) seen = new Set()
      month = now
      if (seen.has(secret)) return false
      seen.add(secret)
      return true
    },
    forget: (secret: string) => void seen.delete(secret),
  }
}
