import { beforeEach, expect, test } from 'vitest'
import { type Actor, SYSTEM, VISITOR } from '#core/actor.ts'
import { idOf, newPlace, newVisitor, openAt, type Place } from '#tests/attacks/group.ts'
import { browserOf, serve } from '#tests/attacks/http.ts'
import type { BrowserClient } from '#tests/support/browser-client.ts'
import { forEachDatabase } from '#tests/support/databases.ts'

const ADA = { kind: 'slack', subject: 'T1:UADA' } as const
/** Where forms come from: the place’s public address. */
const HERE = { origin: 'http://standpoint.example', 'sec-fetch-site': 'same-origin' }
const SLACK = { STANDPOINT_SLACK_BOT_TOKEN: 'xoxb-1', STANDPOINT_SLACK_SIGNING_SECRET: 'secret' }

const form = (fields: Record<string, string> = {}) => new URLSearchParams(fields)
const notebooks = (page: string) => /There is no notebook in this browser yet/.test(page)

forEachDatabase((_name, fresh) => {
  let place: Place
  let ada: Actor
  beforeEach(async () => {
    place = await openAt(await fresh(SLACK))
    ada = await place.core.linkAccount(SYSTEM, { ...ADA, verified: true })
    await place.core.saveAnswer(ada, {
      question: 'community.first-words',
      value: { words: 'written in Slack' },
      channel: 'slack',
    })
  })
  const visitor = () => browserOf(place, VISITOR)
  /** A browser with a notebook that its first answer has started. */
  async function withNotebook(): Promise<BrowserClient> {
    const at = await visitor()
    const { secret } = await place.core.startNotebook(VISITOR, {})
    at.cookie = `standpoint=${secret}`
    return at
  }
  const text = async (at: BrowserClient, path: string) => (await at.get(path)).text()

  test('a scanner, and a browser without a cookie, see what a link would do: no notebook starts, nothing is burnt', async () => {
    const { secret: link } = await place.core.offerLink(ada, { account: ADA })
    const url = await serve(place)
    await fetch(`${url}/link/${link}`, { method: 'HEAD' })
    const at = await visitor()
    for (let n = 0; n < 3; n++) {
      const page = await at.get(`/link/${link}`)
      expect([page.status, page.headers.getSetCookie(), page.headers.get('cache-control')]).toEqual([
        200,
        [],
        'private, no-store',
      ])
      expect(await page.text()).toContain('Open your notebook from Slack')
    }
    const opened = await at.post('/api/link/open', form({ link }), HERE)
    expect([opened.status, opened.headers.get('location')]).toEqual([303, '/account?now=opened'])
    expect(await text(at, '/notebook')).toContain('written in Slack')
    const again = await visitor()
    expect((await again.post('/api/link/open', form({ link }), HERE)).status).toBe(404)
    expect((await again.get(`/link/${link}`)).status).toBe(404)
    expect(notebooks(await text(again, '/account'))).toBe(true)
  })

  test('where another notebook lies open, the page asks, and comes back with the question when it wasn’t answered', async () => {
    const at = await withNotebook()
    const { secret: link } = await place.core.offerLink(ada, { account: ADA })
    expect(await text(at, `/link/${link}`)).toContain('Put two notebooks together')
    const asked = await at.post('/api/link/open', form({ link }), HERE)
    expect(asked.status).toBe(422)
    expect(await asked.text()).toContain('If both are yours, say so')
    expect(await text(at, '/notebook')).not.toContain('written in Slack')
    const put = await at.post('/api/link/open', form({ link, together: 'yes' }), HERE)
    expect(put.headers.get('location')).toBe('/account?now=joined')
    expect(await text(at, '/notebook')).toContain('written in Slack')
  })

  test('no other site opens a link, makes a code or unlinks', async () => {
    const at = await withNotebook()
    const { secret: link } = await place.core.offerLink(ada, { account: ADA })
    for (const path of ['/api/link/open', '/api/link/code', '/api/unlink'])
      expect(
        (await at.post(path, form({ link, together: 'yes' }), { origin: 'http://elsewhere.example' })).status,
      ).toBe(404)
    expect(await place.core.showLink(VISITOR, { link })).toMatchObject({ here: 'nothing' })
  })

  test('the account page makes a code, which stands in no address, and takes an account off again, with a warning', async () => {
    const at = await withNotebook()
    const made = await at.post('/api/link/code', form(), HERE)
    expect([made.status, made.headers.get('cache-control')]).toEqual([200, 'private, no-store'])
    const code = /link ([A-Z]{4}-[A-Z]{4})</.exec(await made.text())?.[1] as string
    await place.core.linkWithCode(ada, { account: ADA, code, together: true })
    const account = await text(at, '/account')
    const name = /name="account" value="([\w-]{16})"/.exec(account)?.[1] as string
    expect(account).toContain('Unlink Slack')
    expect(account).not.toContain('UADA')
    const warned = await at.post('/api/unlink', form({ account: name }), HERE)
    expect(warned.status).toBe(422)
    expect(await warned.text()).toMatch(/a lost phone or a cleared browser would lose it[\s\S]*Unlink it all the same/)
    const done = await at.post('/api/unlink', form({ account: name, anyway: 'yes' }), HERE)
    expect(done.headers.get('location')).toBe('/account?now=unlinked#linked')
    expect(await text(at, '/account')).not.toContain('Unlink Slack')
    expect(await text(at, '/notebook')).toContain('written in Slack')
    expect((await at.post('/api/unlink', form({ account: name, anyway: 'yes' }), HERE)).status).toBe(404)
  })

  test('one address asks for codes, and tries links, only so often a minute', async () => {
    const at = await withNotebook()
    const most = { '/api/link/code': 30, '/api/link/open': 60, '/api/unlink': 60 }
    for (const [path, allowed] of Object.entries(most)) {
      const tried = await Promise.all(
        Array.from({ length: allowed * 2 + 1 }, () => at.post(path, { link: 'x', account: 'x' }, HERE)),
      )
      expect(tried.filter(({ status }) => status === 429).length, path).toBeGreaterThan(0)
    }
  })

  test('as JSON, for who writes a client: a code, a link that opens, and the way back out', async () => {
    const at = await withNotebook()
    expect(await (await at.post('/api/link/code', {}, HERE)).json()).toEqual({ code: expect.any(String), minutes: 10 })
    const { secret: link } = await place.core.offerLink(ada, { account: ADA })
    const opened = await at.post('/api/link/open', { link, together: true }, HERE)
    expect(await opened.json()).toEqual({ joined: true })
    expect(opened.headers.getSetCookie()).toHaveLength(1)
    const [account] = (await place.core.myAccount(ada, {})).accounts
    const unlinked = await at.post('/api/unlink', { account: account?.name, anyway: true }, HERE)
    expect(await unlinked.json()).toEqual({ kind: 'slack', promptsEnded: false })
  })
})

test('where no chat is set up, the account page says nothing of one, and shows the old one to whoever has it', async () => {
  const place = await newPlace()
  const at = await browserOf(place, await newVisitor(place.core))
  expect(await (await at.get('/account')).text()).not.toContain('Slack')
  const ada = await place.core.linkAccount(SYSTEM, { ...ADA, verified: true })
  const page = await (await (await browserOf(place, ada)).get('/account')).text()
  expect(page).toContain('Unlink Slack')
  expect(page).not.toContain('Use this notebook in')
  expect(page).not.toContain(idOf(ada))
})
