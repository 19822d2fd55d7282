import { expect, test } from 'vitest'
import { killServer } from '#tests/reliability/kill-server.ts'
import { startServer } from '#tests/support/server.ts'

// The short form of `npm run reliability`.
test('kill -9 in the middle of 100 saves loses nothing that was acknowledged', async () => {
  await using server = await startServer()
  const { acknowledged, missing } = await killServer(server, { rounds: 2 })
  expect(missing).toEqual([])
  expect(acknowledged).toBeGreaterThan(1000)
}, 120_000)
