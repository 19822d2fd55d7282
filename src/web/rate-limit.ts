import { AppError } from '#core/errors.ts'

/** Counts per key and minute. A roomful of people behind one address must get through; a flood must not. */
export function rateLimit(perMinute: number, now: () => number = Date.now): (key: string) => void {
  let minute = 0
  let counts = new Map<string, number>()
  return (key) => {
    const current = Math.floor(now() / 60_000)
    if (current !== minute) {
      minute = current
      counts = new Map()
    }
    const count = (counts.get(key) ?? 0) + 1
    counts.set(key, count)
    if (count > perMinute)
      throw new AppError(
        'too-many',
        'That is a lot at once from one place. Please wait a minute and try again; what you wrote is still in the box.',
      )
  }
}
