import { hashSecret, newSecret } from '#core/id.ts'
import { rateLimit } from './rate-limit.ts'
import type { ApiRequest, Route } from './route.ts'

const DAY = 86_400_000

/**
 * What one network address may ask of a route. The counts are of this process alone: addresses for a minute at most, and
 * until the day (UTC) is over only a hash of one with what it asked for.
 */
export interface Limits {
  /** Notes a call before it is looked at, or refuses it. */
  call(address: string, bytes: number): void
  /** Notes what it asks for, or refuses it. */
  thing(address: string, request: ApiRequest): void
  /** Takes both back, for a call that comes again. */
  takeBack(address: string, request: ApiRequest): void
}

export function limitsOf({ perMinute, bytesPerMinute, perDay }: Route): Limits {
  const calls = perMinute ? rateLimit({ most: perMinute }) : null
  const sent = bytesPerMinute ? rateLimit({ most: bytesPerMinute }) : null
  const things = perDay ? rateLimit({ most: perDay.most, every: DAY, why: perDay.why }) : null
  // There are few internet addresses, so a hash by itself could be guessed.
  const salt = newSecret()
  const count = (address: string, bytes: number, times: 1 | -1) => {
    calls?.(address, times)
    sent?.(address, times * bytes)
  }
  const countThing = (address: string, request: ApiRequest, times: 1 | -1) => {
    const thing = perDay?.of(request) ?? null
    if (thing !== null) things?.(hashSecret(`${salt} ${address} ${thing}`), times)
  }
  return {
    call: (address, bytes) => count(address, bytes, 1),
    thing: (address, request) => countThing(address, request, 1),
    takeBack(address, request) {
      count(address, request.rawBody.length, -1)
      countThing(address, request, -1)
    },
  }
}
