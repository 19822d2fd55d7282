import { rateLimit } from './rate-limit.ts'
import type { ApiRequest, Route } from './route.ts'

const DAY = 86_400_000

/** What one network address may ask of a route. The counts are of this process alone, and no address is kept. */
export interface Limits {
  /** Notes a call before it is looked at, or refuses it. */
  call(address: string, bytes: number): void
  /** Notes what it asks for, or refuses it. */
  thing(address: string, request: ApiRequest): void
}

export function limitsOf({ perMinute, bytesPerMinute, perDay }: Route): Limits {
  const calls = perMinute ? rateLimit({ most: perMinute }) : null
  const sent = bytesPerMinute ? rateLimit({ most: bytesPerMinute }) : null
  const things = perDay ? rateLimit({ most: perDay.most, every: DAY, why: perDay.why }) : null
  return {
    call(address, bytes) {
      calls?.(address)
      sent?.(address, bytes)
    },
    thing: (address, request) => perDay && things?.(`${address} ${perDay.of(request)}`),
  }
}
