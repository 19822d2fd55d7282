import { readFileSync } from 'node:fs'

export interface Clock {
  /** Milliseconds since 1970, UTC. */
  now(): number
}

export const systemClock: Clock = { now: () => Date.now() }

/**
 * A clock for tests: an ISO time that runs on from there, or the path of a file that holds one and is read at every
 * look, so that a test can move it.
 */
export function testClock(setting: string): Clock {
  const start = Date.parse(setting)
  if (!Number.isNaN(start)) {
    const began = Date.now()
    return { now: () => start + Date.now() - began }
  }
  return {
    now() {
      const at = Date.parse(readFileSync(setting, 'utf8').trim())
      if (Number.isNaN(at))
        throw new Error(`The test clock ${setting} should hold an ISO time such as 2026-03-02T09:00:00Z.`)
      return at
    },
  }
}
