// npm run reliability: 20 times kill -9, each with at least 500 acknowledged saves and 100 in flight.
import { startServer } from '#tests/support/server.ts'
import { killServer } from './kill-server.ts'

await using server = await startServer()
const { rounds, acknowledged, missing, slowestStartMs } = await killServer(server, { rounds: 20 })
process.stdout.write(
  `${rounds} kills, ${acknowledged} acknowledged saves, ${missing.length} missing, ready again in at most ${Math.round(slowestStartMs)} ms\n`,
)
if (missing.length) process.exitCode = 1
