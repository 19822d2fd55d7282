import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { newPlace } from '#tests/attacks/group.ts'
import { serve } from '#tests/attacks/http.ts'
import { BrowserClient } from '#tests/support/browser-client.ts'
import { startServer } from '#tests/support/server.ts'

const HTTPS = 'https://standpoint.example'
const FROM_HERE = { origin: HTTPS, 'sec-fetch-site': 'same-origin', accept: 'application/json' }

test('over https no sister site can plant a notebook, and who had the older cookie goes on with theirs', async () => {
  const place = await newPlace()
  const url = await serve({ ...place, config: { ...place.config, url: HTTPS } })
  const save = async (cookie: string, story: string) => {
    const sent = { method: 'POST', headers: { ...FROM_HERE, cookie, 'content-type': 'application/json' } }
    const body = JSON.stringify({ question: 'community.belong', value: { story } })
    return fetch(`${url}/api/answers`, { ...sent, body, redirect: 'manual' })
  }
  const start = async (story: string) => {
    const saved = await save(`__Host-standpoint-try=${randomUUID()}`, story)
    expect(await saved.text()).toContain('"saved"')
    const [, safe = '', trial] = saved.headers.getSetCookie()
    expect(safe).toMatch(/^__Host-standpoint=[\w-]{43}; Path=\/; Max-Age=\d+; HttpOnly; SameSite=Lax; Secure$/)
    expect(trial).toMatch(/^__Host-standpoint-try=; Path=\/; Max-Age=0;.*; Secure$/)
    return safe.slice('__Host-standpoint='.length).split(';')[0] as string
  }
  const [mine, planted] = [await start('Mine.'), await start('An attacker’s.')]
  const read = (cookie: string) => fetch(`${url}/notebook`, { headers: { cookie } })
  expect(await (await read(`standpoint=${planted}; __Host-standpoint=${mine}`)).text()).toContain('Mine.')
  const again = await save('standpoint-try=aaaaaaaaaaaaaaaaaaaaa', 'With a trial that a sister planted.')
  expect([again.status, again.headers.getSetCookie()]).toEqual([
    307,
    [expect.stringMatching(/^__Host-standpoint-try=/)],
  ])
  const older = await read(`standpoint=${mine}`)
  expect(await older.text()).toContain('Mine.')
  expect(older.headers.getSetCookie()).toEqual([
    'standpoint=; Path=/; Max-Age=0;',
    expect.stringContaining(`__Host-standpoint=${mine};`),
  ])
})

test('two pages of a new browser that act at the same moment begin one notebook', async () => {
  await using server = await startServer()
  const page = () =>
    Object.assign(new BrowserClient(() => server.url), { cookie: 'standpoint-try=aaaaaaaaaaaaaaaaaaaaa' })
  const [one, two] = [page(), page()]
  const [saved] = await Promise.all([
    one.save('community.belong', { story: 'In one tab.' }, 0),
    two.post('/api/sign-in/code', { email: 'two-tabs@example.org' }),
  ])
  expect([saved.status, two.cookie]).toEqual([200, one.cookie])
  expect(await (await two.get('/notebook')).text()).toContain('In one tab.')
})

test('over http, on somebody’s own machine, one plain cookie does', async () => {
  await using server = await startServer()
  const client = new BrowserClient(() => server.url)
  const saved = await client.save('community.belong', { story: 'Mine.' }, 0)
  expect(saved.headers.getSetCookie()).toEqual([
    expect.stringMatching(/^standpoint=[\w-]{43}; Path=\//),
    expect.stringMatching(/^standpoint-try=; Path=\/; Max-Age=0;/),
  ])
})
