import { expect, test } from 'vitest'
import { BrowserClient } from '#tests/support/browser-client.ts'
import { startServer } from '#tests/support/server.ts'

test('from one place a mail address gets a third of its codes of a day, and from another the rest', async () => {
  await using server = await startServer({ STANDPOINT_TRUST_PROXY: '1' })
  const client = new BrowserClient(() => server.url)
  const ask = async (from: string) => {
    const reply = await client.post('/api/sign-in/code', { email: 'Wanted@example.org' }, { 'x-forwarded-for': from })
    return reply.status === 200 ? 'sent' : (await reply.json()).message
  }
  await client.save('community.belong', { story: 'Mine.' }, 0)
  const replies = []
  for (let i = 0; i < 11; i++) replies.push(await ask('192.0.2.1'))
  expect(replies.filter((reply) => reply === 'sent')).toHaveLength(5)
  expect(replies[9]).toContain('Please wait a minute')
  expect(replies[10]).toContain('from here today')
  const untilMidnight = (86_400_000 - (Date.now() % 86_400_000)) / 1000
  const asForm = (accept: string) =>
    client.post('/api/sign-in/code', new URLSearchParams({ email: 'Wanted@example.org' }), {
      'x-forwarded-for': '192.0.2.1',
      accept,
    })
  for (const accept of ['application/json', 'text/html']) {
    const { status, headers } = await asForm(accept)
    const wait = Number(headers.get('retry-after'))
    expect([status, wait > untilMidnight - 60 && wait <= untilMidnight + 1]).toEqual([429, true])
  }
  expect(await ask('192.0.2.2')).toContain('Please wait a minute')
})

test('whoever floods the disk is stopped, keeps their words, and stops nobody elsewhere', async () => {
  await using server = await startServer({ STANDPOINT_TRUST_PROXY: '1' })
  const save = (client: BrowserClient, from: string, story: string) =>
    client.post('/api/answers', { question: 'community.belong', value: { story } }, { 'x-forwarded-for': from })
  const [flood, reader] = [new BrowserClient(() => server.url), new BrowserClient(() => server.url)]
  const replies = []
  for (let i = 0; i < 70; i++) replies.push(await save(flood, '192.0.2.1', `${i} ${'ä'.repeat(100_000)}`))
  const last = replies.at(-1) as Response
  expect([last.status, (await last.json()).message]).toEqual([
    429,
    expect.stringContaining('wait a minute and try again'),
  ])
  expect((await save(reader, '192.0.2.2', 'A word from elsewhere.')).status).toBe(200)
})

test('what is no mail address is refused as that, however long, and counts towards no one’s codes', async () => {
  await using server = await startServer()
  const client = new BrowserClient(() => server.url)
  for (const email of ['ж'.repeat(100_000), { toString: 1 }, ['a@example.org'], null])
    for (let i = 0; i < 12; i++) expect((await client.post('/api/sign-in/code', { email })).status).toBe(422)
})
