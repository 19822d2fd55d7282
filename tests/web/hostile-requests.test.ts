import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Companion } from '#bot/index.ts'
import { VISITOR } from '#core/actor.ts'
import type { BrowserClient } from '#tests/support/browser-client.ts'
import { ownPath } from '../../src/web/own-path.ts'
import type { Handler } from '../../src/web/route.ts'
import { allRoutes } from '../../src/web/routes.ts'
import type { Site } from '../../src/web/site.ts'
import { HERE, openAll, raw, serveRoutes } from './hostile.ts'

const routes = allRoutes({ slack: null } as Companion, { listed: [] as string[] } as Site)
const writes = routes.filter((route) => route.method === 'POST' && !route.signed)
const pages = [
  '/cohort/:id',
  '/trainer/cohorts/:id',
  '/join/:code',
  '/standards/:standard/:clause',
  '/chapters/:chapter',
  '/:page',
]
const addresses = [...routes.map((route) => route.path), ...pages]

/** Every name that a route takes, and some that an object brings along. */
const NAMES = `question value base operation wording page email code together next everywhere sure name trainer chapters
  questions k people nightly when tick ticks counted text more story __proto__ constructor toString`.split(/\s+/)
/** Right for some field, so that more than the first check is reached. */
const RIGHT = [
  'community.belong',
  'a@example.org',
  '123456',
  '2026-05-21T09:30',
  '2099-12-31T23:59:00+14:00',
  'yes',
  'x',
]
const WRONG = [
  '',
  '\u0000',
  '\ud800',
  '\r\nset-cookie: a=b',
  '../..',
  '..',
  '%',
  '%00',
  '\u2028',
  '/\t/evil.example',
  '//evil.example',
  '9'.repeat(400),
  '0000-00-00T00:00',
  '9999-12-31T23:59',
  '2026-01-01T00:00-24:00',
]
const word = fc.oneof(fc.constantFrom(...RIGHT, ...WRONG), fc.string({ unit: 'binary', maxLength: 30 }))
const json = fc.oneof(
  word,
  fc.jsonValue({ maxDepth: 3 }),
  fc.constant({ toString: 1, valueOf: 1 }),
  fc.constantFrom(NaN, -0, 1e300, 0.5, -1),
)
const fields = (value: fc.Arbitrary<unknown>) => fc.array(fc.tuple(fc.constantFrom(...NAMES), value), { maxLength: 8 })

/** As `JSON.parse` would give it: `__proto__` is a name like any other. */
const toBody = (pairs: [string, unknown][]): object => Object.fromEntries(pairs)

test('whatever comes as JSON or as a form is answered, and never with an error of ours', {
  timeout: 120_000,
}, async () => {
  const { course, clients } = await openAll()
  for (const route of writes) {
    const path = fc.constantFrom(course.id, 'x', '%00', '..%2f..', '%ff').map((id) => route.path.replace(/:\w+/, id))
    const sent = fc.oneof(
      fields(json).map(toBody),
      fields(word).map((pairs) => new URLSearchParams(pairs as [string, string][])),
      json.map((value) => value as object),
    )
    await fc.assert(
      fc.asyncProperty(path, sent, fc.constantFrom(...clients), async (at, body, client) => {
        const response = await client.post(at, body ?? {}, HERE)
        expect(response.status, await response.text()).toBeLessThan(500)
        const to = response.headers.get('location')
        if (to !== null) expect(ownPath(to)).toBe(to)
      }),
      { numRuns: 40 },
    )
  }
})

test('whatever is asked for is answered, and never with an error of ours or a way to another site', {
  timeout: 120_000,
}, async () => {
  const { course, url, clients } = await openAll()
  const part = fc.oneof(
    fc.constantFrom(
      course.id,
      '%',
      '%ff',
      '%00',
      '%0d%0aa:b',
      '..',
      '..%2f',
      '%5c',
      '',
      '.',
      '_image',
      '%5fimage',
      '%2f%2fevil.example',
    ),
    word.map((text) => encodeURIComponent(text.toWellFormed()).slice(0, 300)),
  )
  const path = fc
    .tuple(
      fc.constantFrom('', '/', '//', '/.', '/\\', '//evil.example'),
      fc.constantFrom(...addresses),
      fc.array(part, { minLength: 3, maxLength: 3 }),
      fc.constantFrom('', '/', '//', '?', '?code=%00', '?next=%ff'),
    )
    .map(([before, address, parts, after]) => before + address.replace(/:\w+/g, () => parts.shift() ?? 'x') + after)
  const header = fc.constantFrom<Record<string, string>>(
    {},
    { cookie: 'standpoint=%ff;;=' },
    { host: 'a b' },
    { host: '][' },
    ...clients.map(({ cookie }) => ({ cookie })),
  )
  await fc.assert(
    fc.asyncProperty(path, header, async (asked, headers) => {
      const { status, location } = await raw(url, asked, headers)
      expect(status).toBeLessThan(500)
      if (location !== undefined) expect(ownPath(location)).toBe(location)
    }),
    { numRuns: 600 },
  )
})

test('a form of ever so many fields is refused before it is taken apart, and a path of slashes is put right', async () => {
  const { clients, url } = await openAll()
  const [visitor] = clients as [BrowserClient]
  for (const path of ['/api/notebook/import', '/api/answers', '/api/sign-in']) {
    const response = await visitor.post(path, new URLSearchParams('a=b&'.repeat(2002)), HERE)
    expect([response.status, await response.text()]).toEqual([422, expect.stringContaining('too many fields')])
  }
  const parts = `${'--x\r\ncontent-disposition: form-data; name="a"\r\n\r\nb\r\n'.repeat(2001)}--x--\r\n`
  const upload = await fetch(`${url}/api/notebook/import`, {
    method: 'POST',
    headers: { ...HERE, 'content-type': 'multipart/form-data; boundary=x' },
    body: parts,
  })
  expect([upload.status, await upload.text()]).toEqual([422, expect.stringContaining('too many fields')])
  const slashes = '/'.repeat(5000)
  expect(await raw(url, `${slashes}help${slashes}`, {})).toMatchObject({ status: 308, location: '/help' })
  expect(await raw(url, `/a${slashes}b`, {})).toMatchObject({ status: 404 })
})

test('a code of dots, JSON as deep as it is long, and an object in place of a word are refused like other mistakes', async () => {
  const { clients, url } = await openAll()
  const [visitor, learner] = clients as [BrowserClient, BrowserClient]
  for (const code of ['.', '..', '...'])
    expect((await visitor.post('/api/join', new URLSearchParams({ code }), HERE)).status).toBe(422)
  const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`
  const headers = { ...HERE, cookie: learner.cookie, 'content-type': 'application/json' }
  const sent: [string, string][] = [
    ['/api/erase', `{"sure":${deep}}`],
    ['/api/erase', '{"sure":{"toString":1}}'],
    ['/api/erase', '{"sure":["delete everything"]}'],
    ['/api/answers', `{"question":"community.belong","value":{"story":${deep}}}`],
  ]
  for (const [path, body] of sent)
    expect((await fetch(url + path, { method: 'POST', headers, body })).status, `${path} ${body.slice(0, 40)}`).toBe(
      422,
    )
})

test('a message to the companion longer than any answer is not read, and stays in the box', async () => {
  const { clients } = await openAll()
  const [visitor] = clients as [BrowserClient]
  // These take half a minute to be looked through.
  const text = 'my '.repeat(60_000)
  const reply = await (await visitor.post('/api/chat', { text }, HERE)).json()
  expect(reply).toMatchObject({
    failed: true,
    cards: [
      { tone: 'trouble', paragraphs: expect.arrayContaining([expect.stringContaining('up to 10,000 characters')]) },
    ],
  })
  const page = await (await visitor.post('/api/chat', new URLSearchParams({ text }), HERE)).text()
  expect(page).toContain(text.slice(0, 300))
})

test('what Astro keeps under its own addresses is not served', async () => {
  const { url } = await openAll()
  for (const path of [
    '/_image?href=/favicon.svg&f=svg',
    '/%5Fimage?href=/favicon.svg&f=svg',
    '/_server-islands/x',
    '/_actions/x',
  ])
    expect((await raw(url, path)).status).toBe(404)
})

test('what somebody sends is not said back by an error', async () => {
  const { clients } = await openAll()
  const [, learner] = clients as [BrowserClient, BrowserClient]
  const body = { question: 'community.belong', value: { 'a secret as a name': 1 }, 'another secret': 2 }
  for (const path of ['/api/answers', '/api/ask', '/api/chat', '/api/join', '/api/sign-in/code'])
    expect(await (await learner.post(path, body, HERE)).text()).not.toContain('secret')
})

test('words that arrive while their notebook is being deleted are put into no new one', async () => {
  const erasedOnTheWay: Handler = async ({ core, actor }) => {
    await core.eraseMe(actor, { sure: 'delete everything' })
    return {
      json: await core.saveAnswer(actor, { question: 'community.belong', value: { story: 'late' }, channel: 'web' }),
    }
  }
  const { url, core } = await serveRoutes([{ method: 'GET', path: '/late', handle: erasedOnTheWay, starts: true }])
  const { secret } = await core.startNotebook(VISITOR, {})
  const late = await fetch(`${url}/late`, { headers: { cookie: `standpoint=${secret}` } })
  expect([late.status, late.headers.getSetCookie()]).toEqual([401, []])
})

test('deleted in another window, an answer that is still on its way starts no new notebook', async () => {
  const { place, clients } = await openAll()
  const [, learner] = clients as [BrowserClient, BrowserClient]
  const before = learner.cookie
  const save = (n: number) =>
    learner.post('/api/answers', { question: 'community.belong', value: { story: `late ${n}` } }, HERE)
  const saves = [save(1), save(2), save(3)]
  const erased = learner.post('/api/erase', { sure: 'delete everything' }, HERE)
  const more = [save(4), save(5), save(6)]
  expect((await erased).status).toBe(200)
  for (const response of await Promise.all([...saves, ...more])) {
    expect([200, 401, 503]).toContain(response.status)
    // A browser that still held the cookie is either known or, once it is deleted, somebody new; never half of each.
    if (response.status === 401) expect(response.headers.getSetCookie()).toEqual([])
  }
  expect(await place.core.whoIsThis(VISITOR, { secret: before.split('=')[1] as string })).toEqual(VISITOR)
})
