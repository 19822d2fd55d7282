import { startServer } from '#tests/support/server.ts'
import { killServer } from './kill-server.ts'
import type { Found } from './part.ts'

/** 20 times kill -9, each with at least 500 acknowledged saves and 100 in flight. */
export async function kill(): Promise<Found> {
  await using server = await startServer()
  const { rounds, acknowledged, missing, slowestStartMs } = await killServer(server, { rounds: 20 })
  return {
    holds: missing.length === 0,
    figures: `${rounds} kills, ${acknowledged} acknowledged saves, ${missing.length} missing, ready again in at most ${Math.round(slowestStartMs)} ms`,
  }
}
