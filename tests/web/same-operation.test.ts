import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { BrowserClient } from '#tests/support/browser-client.ts'
import { freshPostgres, temporaryFolder } from '#tests/support/databases.ts'
import { startServer, type TestServer } from '#tests/support/server.ts'

const folder = temporaryFolder()
const QUESTIONS = { 'community.belong': 'story', 'community.whose-voice': 'voices' } as const
const TIMES = 10
/** Two servers start for it. */
const LONG = { timeout: 120_000 }

/** A fixed order that looks like none. */
const shuffled = <T>(all: T[]): T[] =>
  all
    .map((one, i) => ({ one, at: (i * 7919) % 101 }))
    .sort((a, b) => a.at - b.at)
    .map(({ one }) => one)

/** One learner at several servers: a cookie that each of them knows. */
const at = (server: TestServer, cookie = '') => Object.assign(new BrowserClient(() => server.url), { cookie })

/** Sends each operation ten times, in a shuffled order and all at once, turn about to every server. */
async function sendTenTimes(servers: TestServer[]): Promise<{ replies: string[][]; page: string }> {
  const first = at(servers[0] as TestServer)
  await first.save('community.ties', { most: 'bonding' }, 0)
  const operations = Object.entries(QUESTIONS).map(([question, part]) => ({ question, part, operation: randomUUID() }))
  const sent = shuffled(operations.flatMap((o) => Array.from({ length: TIMES }, () => o)))
  const replies = await Promise.all(
    sent.map(async ({ question, part, operation }, i) => {
      const client = at(servers[i % servers.length] as TestServer, first.cookie)
      const reply = await client.save(question, { [part]: `Once only, ${question}.` }, 0, operation)
      return { operation, text: `${reply.status} ${await reply.text()}` }
    }),
  )
  const page = await (await first.get('/notebook')).text()
  return { page, replies: operations.map((o) => replies.filter((r) => r.operation === o.operation).map((r) => r.text)) }
}

const both = { name: 'two servers on PostgreSQL', count: 2 }
const one = { name: 'one server on SQLite', count: 1 }
test.for([both, one])('an operation sent ten times is one revision with one reply: $name', LONG, async ({ count }) => {
  const stores: Record<string, string> =
    count > 1
      ? {
          STANDPOINT_DATABASE_URL: await freshPostgres(),
          STANDPOINT_KEYS_URL: await freshPostgres(),
          STANDPOINT_SECRET_FILE: join(folder, 'shared.key'),
        }
      : {}
  await using first = await startServer(stores)
  await using second = count > 1 ? await startServer(stores) : null
  const { replies, page } = await sendTenTimes([first, ...(second ? [second] : [])])
  for (const ten of replies) {
    expect(ten).toHaveLength(TIMES)
    expect(new Set(ten).size).toBe(1)
    expect(ten[0]).toMatch(/^200 .*"revision":1,/)
  }
  expect(page.match(/Once only, /g)).toHaveLength(2)
  expect(page).not.toContain('version before')
})
