import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { axeInBothSchemes } from '#tests/support/axe.ts'
import { movableClock } from '#tests/support/movable-clock.ts'
import { expectOk, newClient, runTool, signIn } from './people.ts'
import { runProduct } from './product.ts'
import { watchedPage } from './watched-page.ts'

const clock = movableClock(Date.parse('2026-03-02T09:00:00Z'))
const product = runProduct(() => ({ STANDPOINT_TEST_CLOCK: clock.file }))

/** Small, and without scripts: everything works as forms. */
const SMALL = { viewport: { width: 360, height: 800 }, javaScriptEnabled: false }

async function mustBeFine(page: Page): Promise<void> {
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
  // Where scripts are off no timer ever rings, and axe sets some.
  await page.evaluate(() => {
    const soon = (run: () => void) => Promise.resolve().then(run)
    Object.assign(window, { setTimeout: soon, requestAnimationFrame: soon })
  })
  expect(await axeInBothSchemes(page)).toEqual([])
}

test('at 360 px without script: a code is made, and questions are planned, moved and taken out', {
  timeout: 120_000,
}, async () => {
  const { server, browser } = product
  await runTool(server, 'src/cli/trainer.ts', ['add', 'trainer@example.org'])
  const trainer = await signIn(server, newClient(server), 'trainer@example.org')
  await using own = await watchedPage(browser, server.url, SMALL)
  const { page } = own
  const [name, value] = trainer.cookie.split('=') as [string, string]
  await page.context().addCookies([{ name, value, url: server.url, httpOnly: true }])

  await page.goto('/trainer')
  await page.getByLabel('Name of the course').fill('Tuesday group')
  await page.getByLabel('Your name').fill('Sam')
  await page.getByLabel(/What is community/).check()
  await page.getByLabel('Every night, for a course that is always open').check()
  await page.getByLabel('Show its pictures in the channel too').check()
  await page.getByRole('button', { name: 'Open the room' }).click()
  expect(await page.locator('main').innerText()).toContain('Its pictures are shown there too.')
  await page.getByRole('link', { name: 'Connect a channel, and plan questions' }).click()
  await mustBeFine(page)

  await page.getByRole('button', { name: 'Make a code' }).click()
  expect(await page.locator('.join[role=status]').innerText()).toMatch(/\/standpoint connect [A-Z]{4}-[A-Z]{4}/)
  await mustBeFine(page)

  const when = () => page.locator('#when')
  await when().fill('2026-03-03T07:00')
  await page.getByRole('button', { name: 'Plan it' }).click()
  expect(await page.locator('.problem').innerText()).toContain('Nothing is posted from 20:00 to 8:00')
  await mustBeFine(page)
  await when().fill('2026-03-03T10:00')
  await page.getByRole('button', { name: 'Plan it' }).click()
  const planned = () => page.locator('#plan-h ~ ul').innerText()
  expect(await planned()).toContain('planned for Tuesday 3 March 2026, 10:00')
  await page.getByText('planned for Tuesday 3 March').click()
  await mustBeFine(page)
  await page.getByLabel('New date and time').fill('2026-03-04T11:30')
  await page.getByRole('button', { name: 'Change the time' }).click()
  expect(await planned()).toContain('Wednesday 4 March 2026, 11:30')

  await page.getByText('Change them').click()
  await page.getByLabel('Time zone', { exact: false }).last().fill('Mars/Base')
  await page.getByRole('button', { name: 'Save' }).click()
  expect(await page.locator('.problem').innerText()).toContain('Name a time zone such as')
  await page.getByLabel('Time zone', { exact: false }).last().fill('Pacific/Auckland')
  await page.getByLabel('Sunday').check()
  await page.getByRole('button', { name: 'Save' }).click()
  // The moment stays, and is shown on the new clocks.
  expect(await planned()).toContain('Thursday 5 March 2026, 00:30')
  await page.getByText('planned for Thursday 5 March').click()
  await page.getByRole('button', { name: 'Take it out of the plan' }).click()
  expect(await page.locator('#plan-h ~ ul').count()).toBe(0)
  await mustBeFine(page)

  // Whoever joins reads it first.
  const { cohorts } = (await (await trainer.get('/api/cohorts')).json()) as { cohorts: { joinCode: string }[] }
  const join = await expectOk(await newClient(server).get(`/join/${cohorts[0]?.joinCode}`))
  expect(await join.text()).toContain('Everybody in the course’s Slack channel</b> sees these pictures too')
})
