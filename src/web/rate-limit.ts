import { AppError } from '#core/errors.ts'

const MINUTE = 60_000
const A_LOT = 'That is a lot at once from one place. Please wait a minute and try again.'

interface Limit {
  most: number
  /** The milliseconds that are counted together: a minute when absent. */
  every?: number
  /** What to say to whoever goes over it. */
  why?: string
  now?: () => number
}

/**
 * Counts by key. A roomful of people behind one address must get through; a flood must not. A weight below zero takes
 * back what was counted.
 */
export function rateLimit({ most, every = MINUTE, why = A_LOT, now = Date.now }: Limit) {
  let current = 0
  let counts = new Map<string, number>()
  let forgetting: NodeJS.Timeout | undefined
  const forget = () => {
    counts = new Map()
  }
  return (key: string, weight = 1): void => {
    const at = now()
    const span = Math.floor(at / every)
    const wait = (span + 1) * every - at
    if (span !== current) {
      current = span
      forget()
      // Who was here is kept no longer than it counts, also when nobody comes again; no process stays open for that.
      clearTimeout(forgetting)
      forgetting = setTimeout(forget, wait).unref()
    }
    const count = (counts.get(key) ?? 0) + weight
    counts.set(key, count)
    if (weight > 0 && count > most) throw new AppError('too-many', why, { wait })
  }
}
