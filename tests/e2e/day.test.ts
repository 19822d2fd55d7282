import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser } from '#tests/support/browser.ts'
import { startServer, type TestServer } from '#tests/support/server.ts'
import { BOT_TOKEN, SIGNING_SECRET, startSlack } from '#tests/support/slack-emulator.ts'
import { codeFor, expectOk, newClient, runTool, signIn } from './people.ts'
import { type WatchedPage, watchedPage } from './watched-page.ts'

const NAMES = ['adeola', 'beatrix', 'caitlin', 'dorota', 'evelyn']
const clock = join(mkdtempSync(join(tmpdir(), 'standpoint-day-')), 'clock')
const setClock = (iso: string) => writeFileSync(clock, iso)

let server: TestServer
let browser: Browser
let slack: Awaited<ReturnType<typeof startSlack>>
let trainer: WatchedPage
let joinCode = ''
let room = ''

beforeAll(async () => {
  setClock('2026-03-02T09:00:00Z')
  slack = await startSlack(['farzana'])
  ;[server, browser] = await Promise.all([
    startServer({
      STANDPOINT_TEST_CLOCK: clock,
      STANDPOINT_SLACK_BOT_TOKEN: BOT_TOKEN,
      STANDPOINT_SLACK_SIGNING_SECRET: SIGNING_SECRET,
      STANDPOINT_SLACK_API_URL: slack.apiUrl,
    }),
    launchBrowser(),
  ])
  slack.subscribe(`${server.url}/api/slack/events`)
  trainer = await watchedPage(browser, server.url)
})
afterAll(async () => {
  await browser?.close()
  await server?.[Symbol.asyncDispose]()
  await slack?.close()
})

const settings = { STANDPOINT_TEST_CLOCK: clock }
const words = (page: Page) => page.locator('main').innerText()

/** Signs in through the pages, as a person does. */
async function signInByHand(page: Page, email: string): Promise<void> {
  await page.goto('/sign-in')
  await page.locator('input[name="email"]').fill(email)
  await page.locator('input[name="email"]').press('Enter')
  await page.locator('input[name="code"]').waitFor()
  await page.locator('input[name="code"]').fill(await codeFor(server, email))
  await page.locator('input[name="code"]').press('Enter')
  await page.waitForURL((url) => url.pathname !== '/sign-in' && !url.pathname.startsWith('/api/'))
}

test('in the morning somebody becomes a trainer on this machine and sets a course up', async () => {
  await runTool(server, 'src/cli/trainer.ts', ['add', 'sam@example.org'], settings)
  await signInByHand(trainer.page, 'sam@example.org')
  await trainer.page.goto('/trainer')
  await trainer.page.locator('input[name="name"]').fill('Tuesday group')
  await trainer.page.locator('input[name="trainer"]').fill('Sam')
  await trainer.page.locator('input[name="chapters"][value="community"]').check()
  await trainer.page.locator('input[name="when"][value="nightly"]').check()
  await trainer.page.locator('input[name="settle"]').fill('0')
  await trainer.page.locator('form[action="/api/cohorts"] button[type="submit"]').click()
  await trainer.page.waitForURL(/\/trainer\/cohorts\//)
  room = new URL(trainer.page.url()).pathname
  joinCode = /[a-z]+-[a-z]+-[a-z]+-\d\d/.exec(await words(trainer.page))?.[0] ?? ''
  expect(joinCode).not.toBe('')
})

test('four people read and answer in their browsers, show who they are, and join', async () => {
  for (const name of NAMES.slice(0, 4)) {
    const client = newClient(server)
    await expectOk(await client.get('/chapters/community'))
    await expectOk(
      await client.save('community.ties', { most: name === 'adeola' ? 'linking' : 'bonding', more: 'bridging' }, 0),
    )
    await expectOk(
      await client.save('community.belong', { story: `${name}: they asked me to bring the tambourine.` }, 0),
    )
    await signIn(server, client, `${name}@example.org`)
    await expectOk(await client.post('/api/join', { code: joinCode, counted: true }))
  }
})

test('a fifth does all of it without script', async () => {
  await using watched = await watchedPage(browser, server.url, { javaScriptEnabled: false })
  const { page } = watched
  await page.goto('/chapters/community')
  const ties = page.locator('[id="community.ties"]')
  await ties.locator('input[name="most"][value="bonding"]').check()
  await ties.locator('input[name="more"][value="linking"]').check()
  await ties.getByRole('button', { name: 'Save', exact: true }).click()
  await signInByHand(page, 'evelyn@example.org')
  await page.goto(`/join/${joinCode}`)
  await page.locator('input[name="counted"][value="yes"]').check()
  await page.locator('form[action="/api/join"] button[type="submit"]').click()
  await page.waitForURL(/\/cohort\//)
  await page.goto('/chapters/community')
  expect(await ties.locator('input[name="most"]:checked').getAttribute('value')).toBe('bonding')
  expect(watched.problems).toEqual([])
})

test('a sixth does it in Slack', async () => {
  const farzana = await slack.open('farzana')
  const heard = async (said: string, reply: RegExp) => {
    const before = (await farzana.replies()).length
    await farzana.write(said)
    await expect
      .poll(
        async () =>
          (await farzana.replies())
            .slice(before)
            .map((r) => JSON.stringify(r))
            .join('\n'),
        { timeout: 20_000 },
      )
      .toMatch(reply)
  }
  await heard('hello', /program/)
  await heard(`join ${joinCode}`, /May your answers be counted/)
  await heard(`join ${joinCode} and count me`, /You have joined Tuesday group/)
  await heard('next question', /which three words/i)
  await heard('tambourine, gossip, arguments', /Thanks, saved|Saved/i)
  await heard('what did I say about community?', /tambourine, gossip, arguments/)
})

test('one of them asks the companion, and is answered in the exact words of a standard', async () => {
  await using watched = await watchedPage(browser, server.url)
  const { page, problems } = watched
  await page.goto('/companion')
  await page.getByLabel('Write to the companion').fill('What does SFJBA13 say about conflicts of interest?')
  await page.getByRole('button', { name: 'Send' }).click()
  await page.locator('.clause').first().waitFor()
  expect(await words(page)).toContain('identifying any conflicts of interest you might have')
  expect(problems).toEqual([])
})

test('before the tick the trainer sees nothing of it', async () => {
  await trainer.page.goto(room)
  const page = await words(trainer.page)
  expect(page).toContain('Not enough answers yet')
  expect(await trainer.page.locator('.band').count()).toBe(0)
  expect(page).not.toContain('tambourine')
})

test('after the tick the trainer sees bands, and no name, no word and no number', async () => {
  setClock('2026-03-03T03:30:00Z')
  await runTool(server, 'src/cli/tick.ts', ['--at', '2026-03-03T03:30:00Z'], settings)
  await trainer.page.goto(room)
  const page = await words(trainer.page)
  expect(page).toMatch(/Most/i)
  expect(page).toContain('5–9')
  const source = await trainer.page.content()
  for (const secret of [...NAMES, 'farzana', '@example.org', 'tambourine', 'gossip'])
    expect(source).not.toContain(secret)
  expect(trainer.problems).toEqual([])
})
