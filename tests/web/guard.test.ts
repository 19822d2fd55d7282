import { afterAll, beforeAll, expect, test } from 'vitest'
import { BrowserClient } from '#tests/support/browser-client.ts'
import { startServer, type TestServer } from '#tests/support/server.ts'
import { allRoutes } from '../../src/web/routes.ts'

let server: TestServer
let client: BrowserClient
beforeAll(async () => {
  server = await startServer()
  client = new BrowserClient(() => server.url)
  await client.save('community.belong', { story: 'mine' }, 0)
})
afterAll(() => server?.[Symbol.asyncDispose]())

const nobody = {
  chat: () => Promise.reject(new Error()),
  clear: async () => {},
  slack: null,
  teams: null,
  sendPrompts: async () => {},
  idle: async () => {},
  close: async () => {},
}
const writes = allRoutes(nobody, {
  page: () => undefined,
  file: () => undefined,
  listed: [],
  frame: { stylesheets: [], scripts: [] },
})
  .filter((route) => route.method === 'POST' && !route.signed)
  .map((route) => route.path.replace(/:\w+/g, 'x'))

const TYPES = ['application/json', 'application/x-www-form-urlencoded', 'text/plain', 'multipart/form-data; boundary=x']
const FROM: Record<string, Record<string, string>> = {
  'another origin': { origin: 'https://evil.example' },
  'a null origin': { origin: 'null' },
  'no origin, with a cookie': {},
  'another site, as the browser says': { 'sec-fetch-site': 'cross-site' },
  'a sibling site': { 'sec-fetch-site': 'same-site', origin: 'https://evil.example' },
}

test.each(writes)('%s refuses what another site sends, whatever the form of it', async (path) => {
  for (const [from, headers] of Object.entries(FROM))
    for (const type of TYPES) {
      const body =
        type === 'application/json'
          ? '{"question":"community.belong","value":{"story":"theirs"}}'
          : 'question=community.belong&story=theirs'
      const response = await fetch(server.url + path, {
        method: 'POST',
        body,
        redirect: 'manual',
        headers: { ...headers, cookie: client.cookie, 'content-type': type },
      })
      expect(response.status, `${from}, ${type}`).toBe(404)
    }
})

test('after all of that the learner’s answer is as it was', async () => {
  const page = await (await client.get('/notebook')).text()
  expect(page).toContain('mine')
  expect(page).not.toContain('theirs')
})

test('a body over the limit is refused with the limit, and the server lives', async () => {
  const response = await client.post('/api/answers', {
    question: 'community.belong',
    value: { story: 'x'.repeat(400_000) },
  })
  expect(response.status).toBe(422)
  expect(await response.json()).toMatchObject({ status: 'invalid', message: expect.stringContaining('256 KB') })
  expect((await client.get('/api/health')).status).toBe(200)
})

test('what isn’t JSON is refused, and a method that a path doesn’t have is named', async () => {
  const response = await fetch(`${server.url}/api/answers`, {
    method: 'POST',
    body: '{nope',
    headers: { 'content-type': 'application/json' },
  })
  expect(response.status).toBe(422)
  const wrong = await fetch(`${server.url}/api/answers`)
  expect([wrong.status, wrong.headers.get('allow')]).toEqual([405, 'POST'])
})

test('where no organisation is set up nobody’s notebook begins for its sign-in', async () => {
  const headers = { 'sec-fetch-site': 'same-origin', cookie: 'standpoint=trial' }
  const reply = await fetch(`${server.url}/api/organisation`, { headers, redirect: 'manual' })
  expect([reply.status, reply.headers.getSetCookie()]).toEqual([404, []])
})

test('thirty people behind one address can start within seconds; a flood can’t', async () => {
  const starts = await Promise.all(
    Array.from({ length: 30 }, () =>
      new BrowserClient(() => server.url).save('community.belong', { story: 'hello' }, 0),
    ),
  )
  expect(starts.map((r) => r.status)).toEqual(Array(30).fill(200))
  const flood = await Promise.all(
    Array.from({ length: 120 }, () =>
      new BrowserClient(() => server.url).save('community.belong', { story: 'hello' }, 0),
    ),
  )
  expect(flood.map((r) => r.status)).toContain(429)
})
