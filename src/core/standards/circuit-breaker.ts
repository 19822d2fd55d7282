import type { Clock } from '../clock.ts'

/** After so many failures in a row nobody waits for an endpoint; it is tried again after the rest. */
export const BREAKER = { failures: 5, rest: 60_000 }

export interface CircuitBreaker {
  /** Whether a call may be tried now. After a rest, one call at a time may try. */
  mayTry(): boolean
  worked(): void
  failed(): void
  /** Nothing was learnt from the call: it was given up from here. */
  gaveUp(): void
}

/** Stops calls to something that keeps failing, so that nobody waits for it; after `rest` milliseconds one call tries again. */
export function circuitBreaker(clock: Clock, { failures, rest }: { failures: number; rest: number }): CircuitBreaker {
  let inARow = 0
  let openUntil = 0
  return {
    mayTry() {
      if (inARow < failures) return true
      if (clock.now() < openUntil) return false
      // This call is the one that tries; others wait for what becomes of it.
      openUntil = clock.now() + rest
      return true
    },
    worked() {
      inARow = 0
    },
    failed() {
      inARow += 1
      if (inARow >= failures) openUntil = clock.now() + rest
    },
    gaveUp() {
      // The next call may be the one that tries.
      if (inARow >= failures) openUntil = clock.now()
    },
  }
}
