import { expect, test } from 'vitest'
import { BrowserClient } from '#tests/support/browser-client.ts'
import { startServer } from '#tests/support/server.ts'

test('Ctrl-C closes cleanly: every save that was under way is answered and kept', async () => {
  await using server = await startServer()
  const clients = Array.from({ length: 40 }, () => new BrowserClient(() => server.url))
  await Promise.all(clients.map((c) => c.save('community.belong', { story: 'before' }, 0)))
  const saves = clients.map((c, i) =>
    c.save('community.belong', { story: `under way ${i}` }, 1).then(
      (r) => r.status,
      () => 'no answer',
    ),
  )
  await Promise.race(saves)
  const code = await server.close('SIGINT')
  const answered = await Promise.all(saves)
  expect(code).toBe(0)
  expect(server.output()).toContain('Closed.')
  await server.start()
  const pages = await Promise.all(clients.map(async (c) => (await c.get('/chapters/community')).text()))
  const lost = answered.filter((status, i) => status === 200 && !pages[i]?.includes(`under way ${i}`))
  expect(lost).toEqual([])
  expect(answered.filter((status) => status === 200).length).toBeGreaterThan(0)
})

test('a bad setting stops the start and is named, and a port in use says so', async () => {
  await expect(startServer({ PORT: 'eighty' })).rejects.toThrow(/PORT should be a whole number from 0 to 65535/)
  await expect(startServer({ STANDPOINT_TICKHOUR: '3' })).rejects.toThrow(
    /STANDPOINT_TICKHOUR is not a setting of Standpoint/,
  )
  await expect(
    startServer({ STANDPOINT_URL: 'https://example.org', STANDPOINT_TEST_CLOCK: '2026-01-01T00:00:00Z' }),
  ).rejects.toThrow(/STANDPOINT_TEST_CLOCK is for tests only/)
  await using server = await startServer()
  await expect(startServer({ PORT: new URL(server.url).port })).rejects.toThrow(/Port \d+ is in use by another program/)
})
