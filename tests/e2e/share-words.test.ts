import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { axeInBothSchemes } from '#tests/support/axe.ts'
import { launchBrowser } from '#tests/support/browser.ts'
import type { BrowserClient } from '#tests/support/browser-client.ts'
import { startServer, type TestServer } from '#tests/support/server.ts'
import { expectOk, newClient, runTool, signIn } from './people.ts'
import { watchedPage } from './watched-page.ts'

const PHONE = { viewport: { width: 360, height: 740 } }
const ANSWER = 'I listen more than I talk. Priya Shah taught me that.'
const clock = join(mkdtempSync(join(tmpdir(), 'standpoint-words-')), 'clock')
const settings = { STANDPOINT_TEST_CLOCK: clock }

let server: TestServer
let browser: Browser
let trainer: BrowserClient
let learners: BrowserClient[]
let course: { id: string; joinCode: string }

beforeAll(async () => {
  writeFileSync(clock, '2026-03-02T09:00:00Z')
  ;[server, browser] = await Promise.all([startServer(settings), launchBrowser()])
  await runTool(server, 'src/cli/trainer.ts', ['add', 'sam@example.org'], settings)
  trainer = await signIn(server, newClient(server), 'sam@example.org')
  const setUp = { name: 'Tuesday group', trainer: 'Sam', chapters: ['cd'], ticks: ['2026-03-03T09:30:00Z'] }
  course = await (await expectOk(await trainer.post('/api/cohorts', setUp))).json()
  learners = []
  for (let n = 0; n < 5; n++) {
    const learner = newClient(server)
    await expectOk(await learner.save('cd.my-role', { place: 2, move: ANSWER }, 0))
    await signIn(server, learner, `learner${n}@example.org`)
    await expectOk(await learner.post('/api/join', { code: course.joinCode, counted: true }))
    learners.push(learner)
  }
})
afterAll(async () => {
  await browser?.close()
  await server?.[Symbol.asyncDispose]()
})

async function pageOf(client: BrowserClient, more: object = {}) {
  const watched = await watchedPage(browser, server.url, more)
  const [name, value] = client.cookie.split('=') as [string, string]
  await watched.page.context().addCookies([{ name, value, url: server.url }])
  return watched
}

/** Goes by Tab alone to what has these words, as somebody without a mouse does. */
async function tabTo(page: Page, words: string): Promise<void> {
  for (let n = 0; n < 80; n++) {
    await page.keyboard.press('Tab')
    const there = await page.evaluate(() => {
      const { activeElement: it } = document
      return `${it?.textContent} ${it?.getAttribute('name')} ${it?.closest('label')?.textContent}`
    })
    if (there.includes(words)) return
  }
  throw new Error(`Tab never comes to “${words}”.`)
}

test('on a phone, by keyboard alone, a learner looks at their words, changes them, approves them', async () => {
  await using watched = await pageOf(learners[0] as BrowserClient, PHONE)
  const { page, problems } = watched
  await page.goto(`/cohort/${course.id}`)
  await tabTo(page, 'Show some of my words')
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/share\//)
  await tabTo(page, 'See how it would look')
  await page.keyboard.press('Enter')
  await page.locator('#look-h').waitFor()
  expect(await page.locator('mark').allInnerTexts()).toContain('Priya Shah')
  expect(await page.locator('main').innerText()).toContain('may name somebody')
  expect(await axeInBothSchemes(page)).toEqual([])
  await tabTo(page, 'words ')
  await page.keyboard.press('Control+A')
  await page.keyboard.type('I listen more than I talk.')
  await tabTo(page, 'See how it would look')
  await page.keyboard.press('Enter')
  await page.locator('#look-h').waitFor()
  await tabTo(page, 'Show these words')
  await page.keyboard.press('Enter')
  await page.getByText('Waits.').waitFor()
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
  expect(await axeInBothSchemes(page)).toEqual([])
  expect(problems).toEqual([])
})

test('the trainer reads them before the group does, and then shows them', async () => {
  writeFileSync(clock, '2026-03-03T09:31:00Z')
  await runTool(server, 'src/cli/tick.ts', [], settings)
  await using group = await pageOf(learners[1] as BrowserClient, PHONE)
  await group.page.goto(`/cohort/${course.id}`)
  expect(await group.page.locator('main').innerText()).not.toContain('I listen more')
  await using room = await pageOf(trainer)
  const { page } = room
  await page.goto(`/trainer/cohorts/${course.id}`)
  // On the big screen there is nothing of it yet.
  expect((await page.locator('.screen').allInnerTexts()).join()).not.toContain('I listen more')
  await tabTo(page, 'Read them by yourself')
  await page.keyboard.press('Enter')
  await tabTo(page, 'Show')
  await page.keyboard.press('Enter')
  await page.locator('.screen .wordcard').waitFor()
  expect(await page.locator('.screen .wordcard').allInnerTexts()).toEqual(['I listen more than I talk.'])
  // Whoever has more to read goes on where they were.
  expect(await page.getByRole('button', { name: 'Hide', exact: true }).isVisible()).toBe(true)
  expect(await axeInBothSchemes(page)).toEqual([])
  await group.page.reload()
  expect(await group.page.locator('.wordcard').first().innerText()).toContain('I listen more than I talk.')
  expect(await axeInBothSchemes(group.page)).toEqual([])
  expect([...room.problems, ...group.problems]).toEqual([])
})
