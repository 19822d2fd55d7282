import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, expect, test } from 'vitest'
import { axeInBothSchemes } from '#tests/support/axe.ts'
import { movableClock } from '#tests/support/movable-clock.ts'
import { SIGNING_SECRET, signed } from '#tests/support/slack-emulator.ts'
import { eventIn, startSmallSlack, written } from '#tests/support/small-slack.ts'
import { SCOPES } from '../../bot/channels/slack/scopes.ts'
import { runProduct } from './product.ts'
import { watchedPage } from './watched-page.ts'

const slack = await startSmallSlack()
const clock = movableClock(Date.now())
const product = runProduct(() => ({
  STANDPOINT_SLACK_CLIENT_ID: '1.2',
  STANDPOINT_SLACK_CLIENT_SECRET: 'the app’s own secret',
  STANDPOINT_SLACK_SIGNING_SECRET: SIGNING_SECRET,
  STANDPOINT_SLACK_API_URL: slack.apiUrl,
  STANDPOINT_TEST_CLOCK: clock.file,
}))
afterAll(() => slack.close())

const INSTALLER = 'U0INSTALLER'
const granted = (id: string, name: string, token: string, more: object = {}) => {
  slack.workspace(id, token)
  slack.state.granted = {
    access_token: token,
    token_type: 'bot',
    team: { id, name },
    is_enterprise_install: false,
    authed_user: { id: INSTALLER },
    ...more,
  }
}
/** The first message loads the companion. */
const SOON = { timeout: 30_000 }
const main = (page: Page) => page.locator('main').innerText()
async function goTo(page: Page): Promise<void> {
  await page.goto('/slack/install')
  await page.getByRole('link', { name: 'Go on to Slack' }).click()
}
/** Lets the app in at Slack, from the page that says what that means. */
async function install(page: Page): Promise<string> {
  await goTo(page)
  await page.getByRole('link', { name: 'Allow' }).click()
  return main(page)
}
const browser = () => watchedPage(product.browser, product.server.url, { javaScriptEnabled: false })
async function event(payload: object): Promise<void> {
  const body = JSON.stringify(payload)
  const address = `${product.server.url}/api/slack/events`
  expect((await fetch(address, { method: 'POST', headers: signed(body), body })).status).toBe(200)
}

test('a workspace adds the companion, without script, and is answered; another is not mixed up with it', async () => {
  await using one = await browser()
  await one.page.goto('/slack/install')
  expect(await main(one.page)).toContain('owners of the workspace may be able to read it')
  await one.page.getByRole('link', { name: 'Go on to Slack' }).click()
  expect(await one.page.locator('p').innerText()).toBe(SCOPES.join(','))
  granted('TNORTH', 'North & Co', 'xoxb-north')
  expect(await install(one.page)).toContain('The companion was added to North & Co.')
  granted('TSOUTH', 'South', 'xoxb-south')
  expect(await install(one.page)).toContain('The companion was added to South.')
  const exchanged = slack.calls.filter(({ method }) => method === 'oauth.v2.access').at(-1)
  expect(exchanged?.body.redirect_uri).toBe(`${product.server.url}/api/slack/install/back`)

  await event(written('TSOUTH', 'hello'))
  await expect.poll(() => slack.said('xoxb-south', 'D1'), SOON).toContain('I’m the companion')
  expect(slack.said('xoxb-north', 'D1')).toBe('')
  // What Slack gave lies nowhere in the clear, nor who let the app in: not in a file of the data, and not in what was printed.
  const data = join(product.server.folder, 'data')
  const files = readdirSync(data, { recursive: true, withFileTypes: true }).filter((file) => file.isFile())
  const kept = files.map((file) => readFileSync(join(file.parentPath, file.name), 'latin1'))
  const everywhere = [...kept, product.server.output()]
  expect(everywhere.filter((text) => text.includes('TNORTH'))).not.toEqual([])
  for (const secret of ['xoxb-', INSTALLER]) expect(everywhere.filter((text) => text.includes(secret))).toEqual([])
})

test('added once more, its key is replaced; removed, it says nothing there any more', async () => {
  await using one = await browser()
  granted('TAGAIN', 'Again', 'xoxb-first')
  await install(one.page)
  granted('TAGAIN', 'Again', 'xoxb-second')
  expect(await install(one.page)).toContain('had been added to Again before')
  await event(written('TAGAIN', 'hello'))
  await expect.poll(() => slack.said('xoxb-second', 'D1'), SOON).toContain('I’m the companion')
  expect(slack.said('xoxb-first', 'D1')).toBe('')

  clock.forward({ minutes: 1 })
  await event(eventIn('TAGAIN', { type: 'app_uninstalled' }, { event_time: Math.floor(Date.now() / 1000) + 60 }))
  const calls = slack.calls.length
  await event(written('TAGAIN', 'hello'))
  await expect.poll(() => product.server.output(), SOON).toContain('NotInstalled')
  expect(slack.calls.slice(calls)).toEqual([])
})

test('a way back works once, in the browser that went, and for a quarter of an hour', async () => {
  granted('TWAYS', 'Ways', 'xoxb-ways')
  const exchanges = () => slack.calls.filter(({ method }) => method === 'oauth.v2.access').length
  const before = exchanges()
  await using mine = await browser()
  await goTo(mine.page)
  const back = (await mine.page.getByRole('link', { name: 'Allow' }).getAttribute('href')) as string
  await using other = await browser()
  await other.page.goto(back)
  expect(await main(other.page)).toContain('the visit began in another browser, or was over already')
  await mine.page.goto(back.replace(/state=[^&]*/, 'state=made-up'))
  expect(await main(mine.page)).toContain('This browser wasn’t waiting for Slack')
  expect(exchanges()).toBe(before)

  await goTo(mine.page)
  const good = (await mine.page.getByRole('link', { name: 'Allow' }).getAttribute('href')) as string
  await mine.page.goto(good)
  expect(await main(mine.page)).toContain('The companion was added to Ways.')
  await mine.page.goto(good)
  expect(await main(mine.page)).toContain('was over already')
  expect(exchanges()).toBe(before + 1)

  await goTo(mine.page)
  clock.forward({ minutes: 16 })
  await mine.page.getByRole('link', { name: 'Allow' }).click()
  expect(await main(mine.page)).toContain('longer than a quarter of an hour')
  expect(exchanges()).toBe(before + 1)
})

test('no at Slack, a whole organisation, tokens that run out, a code that isn’t taken, and Slack being down: each is said', async () => {
  await using one = await browser()
  await goTo(one.page)
  await one.page.getByRole('link', { name: 'Cancel' }).click()
  expect(await main(one.page)).toContain('You said no at Slack')
  granted('TORG', 'Org', 'xoxb-org', { team: null, is_enterprise_install: true, enterprise: { id: 'E1', name: 'Org' } })
  expect(await install(one.page)).toContain('You chose a whole Slack organisation')
  expect(slack.calls.at(-1)).toMatchObject({ method: 'auth.revoke', token: 'xoxb-org' })
  granted('TEXPIRES', 'Expires', 'xoxb-expires', { refresh_token: 'xoxe-1', expires_in: 43_200 })
  expect(await install(one.page)).toContain('a key that runs out')
  slack.state.granted = { ok: false, error: 'invalid_code' }
  expect(await install(one.page)).toContain('Slack didn’t let the companion in')
  await goTo(one.page)
  const allow = (await one.page.getByRole('link', { name: 'Allow' }).getAttribute('href')) as string
  slack.state.down = true
  await one.page.goto(allow)
  expect(await main(one.page)).toContain('We couldn’t reach Slack just now')
  slack.state.down = false
})

test('the page has no barriers, wide and narrow, before and after', async () => {
  for (const width of [360, 1280]) {
    await using watched = await watchedPage(product.browser, product.server.url, { viewport: { width, height: 900 } })
    await watched.page.goto('/slack/install')
    expect(await axeInBothSchemes(watched.page)).toEqual([])
    const fits = () => watched.page.evaluate('document.documentElement.scrollWidth <= innerWidth')
    expect(await fits()).toBe(true)
    expect(watched.problems).toEqual([])
    granted(`TPAGE${width}`, 'A workspace with rather a long name of its own', `xoxb-page-${width}`)
    await install(watched.page)
    expect(await axeInBothSchemes(watched.page)).toEqual([])
    expect(await fits()).toBe(true)
  }
})
