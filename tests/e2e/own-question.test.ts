import type { BrowserContextOptions, Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { axeInBothSchemes } from '#tests/support/axe.ts'
import type { BrowserClient } from '#tests/support/browser-client.ts'
import { expectOk, newClient, runTool, signIn } from './people.ts'
import { runProduct } from './product.ts'
import { watchedPage } from './watched-page.ts'

const product = runProduct()

const PHONE = { viewport: { width: 360, height: 740 } }
const ONE = 'How was the room?'
const SEVERAL = 'What would help next time?'
let trainer: BrowserClient
let course: { id: string; joinCode: string }
let members = 0

beforeAll(async () => {
  await runTool(product.server, 'src/cli/trainer.ts', ['add', 'sam@example.org'])
  trainer = await signIn(product.server, newClient(product.server), 'sam@example.org')
  const setUp = { name: 'Tuesday group', trainer: 'Sam', chapters: ['community'], nightly: true }
  course = await (await expectOk(await trainer.post('/api/cohorts', setUp))).json()
  for (const [ask, options, several] of [
    [ONE, ['Warm', 'Cold'], false],
    [SEVERAL, ['Tea', 'A later start', 'Fewer chairs'], true],
  ])
    await expectOk(await trainer.post(`/api/cohorts/${course.id}/questions`, { ask, options, several }))
})

/** The course's page in the browser of somebody who has joined it. */
async function openCourse(options: BrowserContextOptions = {}) {
  const learner = await signIn(product.server, newClient(product.server), `learner${++members}@example.org`)
  await expectOk(await learner.post('/api/join', { code: course.joinCode, counted: true }))
  const watched = await watchedPage(product.browser, product.server.url, options)
  const [name, value] = learner.cookie.split('=') as [string, string]
  await watched.page.context().addCookies([{ name, value, url: product.server.url, httpOnly: true }])
  await watched.page.goto(`/cohort/${course.id}`)
  return { ...watched, learner, [Symbol.asyncDispose]: () => watched[Symbol.asyncDispose]() }
}

const sheet = (page: Page, ask = ONE) => page.locator('form.q').filter({ hasText: ask })
const says = (page: Page, words: RegExp, ask = ONE) =>
  sheet(page, ask).locator('.status').filter({ hasText: words }).waitFor()
const option = (page: Page, name: string, ask = ONE) => sheet(page, ask).getByLabel(name, { exact: true })
const button = (page: Page, name: string) => sheet(page).getByRole('button', { name, exact: true })
const chosen = (page: Page, ask = ONE) =>
  sheet(page, ask)
    .locator('input:checked')
    .evaluateAll((boxes) => boxes.map((box) => box.closest('label')?.textContent))
const focused = (page: Page) => page.evaluate(() => document.activeElement?.textContent?.slice(0, 40))

test('a choice in a trainer’s own question is saved by itself, and stands there after a reload', async () => {
  await using watched = await openCourse(PHONE)
  const { page, problems } = watched
  const unanswered = page.getByText('You haven’t answered any of its questions yet.')
  expect(await unanswered.isVisible()).toBe(true)
  await option(page, 'Warm').check()
  await says(page, /^Saved, /)
  expect(await unanswered.isVisible()).toBe(false)
  await option(page, 'Tea', SEVERAL).check()
  await option(page, 'Fewer chairs', SEVERAL).check()
  await says(page, /^Saved, /, SEVERAL)
  // Whoever goes at once loses nothing either.
  await option(page, 'Cold').check()
  await page.goto('/notebook')
  await page.goto(`/cohort/${course.id}`)
  expect([await chosen(page), await chosen(page, SEVERAL)]).toEqual([['Cold'], ['Tea', 'Fewer chairs']])
  await says(page, /^Saved, /)
  await page.evaluate(() => navigator.serviceWorker.ready)
  await page.reload()
  expect([await chosen(page), await chosen(page, SEVERAL)]).toEqual([['Cold'], ['Tea', 'Fewer chairs']])
  expect(await axeInBothSchemes(page)).toEqual([])
  expect(problems).toEqual([])
})

test('by keyboard alone it is answered, answered anew and taken back, and the focus stays on the sheet', async () => {
  await using watched = await openCourse()
  const { page, problems } = watched
  await option(page, 'Warm').focus()
  await page.keyboard.press('Space')
  await says(page, /^Saved, /)
  await page.keyboard.press('ArrowDown')
  await says(page, /^Saved, /)
  expect(await chosen(page)).toEqual(['Cold'])
  await button(page, 'Take my answer back').focus()
  await page.keyboard.press('Enter')
  await says(page, /^Taken back, /)
  expect([await chosen(page), await focused(page)]).toEqual([[], 'Save'])
  expect(problems).toEqual([])
})

test('chosen differently in two tabs, both choices are shown there, and one is kept', async () => {
  await using watched = await openCourse()
  const { page, problems } = watched
  const other = await page.context().newPage()
  await other.goto(`/cohort/${course.id}`)
  await option(other, 'Warm').check()
  await says(other, /^Saved, /)
  await option(page, 'Cold').check()
  await sheet(page).locator('.problem').waitFor()
  expect(await sheet(page).locator('.versions').innerText()).toMatch(/Warm[\s\S]+Cold/)
  await button(page, 'Save the answer below').focus()
  await page.keyboard.press('Enter')
  await says(page, /^Saved, /)
  await sheet(page).locator('.problem').waitFor({ state: 'detached' })
  expect(await focused(page)).toBe('Save')
  await option(other, 'Warm').focus()
  await other.reload()
  expect(await chosen(other)).toEqual(['Cold'])
  // And the other way round: the saved one is kept, on this page and not on a chapter's.
  await option(page, 'Warm').check()
  await says(page, /^Saved, /)
  await sheet(other).getByRole('button', { name: 'Take my answer back' }).click()
  await sheet(other).getByRole('link', { name: 'Keep the saved one' }).click()
  await other.waitForFunction(() => !document.querySelector('.problem'))
  expect(new URL(other.url()).pathname).toBe(`/cohort/${course.id}`)
  expect(await chosen(other)).toEqual(['Warm'])
  expect(problems).toEqual([])
})

test('what the server refuses, or doesn’t get, is said on the sheet, and the choice stays', async () => {
  await using watched = await openCourse()
  const { page, learner, problems } = watched
  await page.context().setOffline(true)
  await option(page, 'Warm').check()
  await says(page, /^Kept in this browser/)
  await page.context().setOffline(false)
  await says(page, /^Saved, /)
  await expectOk(await learner.post(`/api/cohorts/${course.id}/leave`, {}))
  // Whoever has answered may change the answer after they left; whoever hasn't may not begin.
  await option(page, 'Cold').check()
  await says(page, /^Saved, /)
  await option(page, 'Tea', SEVERAL).check()
  await says(page, /Could not be saved\. Your words are still in the box/, SEVERAL)
  expect(await chosen(page, SEVERAL)).toEqual(['Tea'])
  expect(problems).toEqual([])
})

test('signed out elsewhere, the sheet leads back to the notebook and to the course', async () => {
  await using watched = await openCourse()
  const { page, problems } = watched
  const cookies = await page.context().cookies()
  await page.context().clearCookies()
  await option(page, 'Warm').check()
  await says(page, /^Not saved yet/)
  const back = sheet(page).getByRole('link', { name: 'Open my notebook' })
  expect(decodeURIComponent((await back.getAttribute('href')) ?? '')).toContain(`/cohort/${course.id}#own.`)
  // Nobody else is asked it, so it can go into no other notebook.
  expect(await sheet(page).getByLabel('I can’t open it any more').count()).toBe(0)
  await page.context().addCookies(cookies)
  await page.goto('/')
  await page.goto(`/cohort/${course.id}`)
  await says(page, /^Saved, /)
  expect(await chosen(page)).toEqual(['Warm'])
  expect(problems).toEqual([])
})

test('without script it is saved with its button, and comes back to the question', async () => {
  await using watched = await openCourse({ javaScriptEnabled: false })
  const { page, problems } = watched
  await option(page, 'Warm').check()
  await button(page, 'Save').click()
  expect(page.url()).toMatch(new RegExp(`/cohort/${course.id}#own\\.`))
  await says(page, /^Saved, /)
  expect(await chosen(page)).toEqual(['Warm'])
  expect(problems).toEqual([])
})
