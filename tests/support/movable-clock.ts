import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { temporaryFolder } from './databases.ts'

/** A clock for STANDPOINT_TEST_CLOCK that stands until a test moves it. */
export function movableClock(at = Date.parse('2026-03-02T09:00:00Z')) {
  const file = join(temporaryFolder(), 'clock')
  const set = (time: number) => writeFileSync(file, new Date(time).toISOString())
  let now = at
  set(now)
  return {
    file,
    forward({ seconds = 0, minutes = 0, hours = 0 }) {
      now += ((hours * 60 + minutes) * 60 + seconds) * 1000
      set(now)
    },
  }
}
