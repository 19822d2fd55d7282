import { expect, test } from 'vitest'
import { hostileHooks } from '#tests/reliability/hostile-hooks.ts'

test('forged, replayed, altered, oversized and malformed requests to Slack’s and Teams’ addresses are all refused, and the process lives', async () => {
  const { sent, taken, lives, logged } = await hostileHooks(600)
  expect({ sent, taken, lives, logged }).toEqual({ sent: 600, taken: [], lives: true, logged: false })
}, 60_000)
