import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { runProduct } from './product.ts'
import { watchedPage } from './watched-page.ts'

const product = runProduct()

const CHAPTER = '/chapters/community'
const sheet = (page: Page) => page.locator('[id="community.belong"]')
const box = (page: Page) => sheet(page).locator('textarea[name="story"]')
const says = (page: Page, words: RegExp) => sheet(page).locator('.status').filter({ hasText: words }).waitFor()
const button = (page: Page, name: string) => sheet(page).getByRole('button', { name, exact: true })
/** A browser takes the focus from what is hidden once it draws the page anew. */
const drawn = (page: Page) =>
  page.evaluate(() => new Promise<void>((done) => requestAnimationFrame(() => setTimeout(done, 50))))
const focused = (page: Page) => page.evaluate(() => document.activeElement?.textContent?.slice(0, 40))

test('whoever presses Try again keeps the focus, whether it fails or works', async () => {
  await using watched = await watchedPage(product.browser, product.server.url)
  const { page } = watched
  await page.goto(CHAPTER)
  const busy = (route: { fulfill(reply: object): Promise<void> }) =>
    route.fulfill({ status: 503, json: { status: 'unavailable', message: 'Please wait a moment.' } })
  await page.route('**/api/answers', busy)
  await box(page).fill('on a bad day')
  await says(page, /Could not be saved/)
  await button(page, 'Try again').focus()
  await page.keyboard.press('Enter')
  await button(page, 'Try again').waitFor()
  expect(await focused(page)).toBe('Save')
  await page.unroute('**/api/answers')
  await button(page, 'Try again').focus()
  await page.keyboard.press('Enter')
  await says(page, /^Saved, /)
  expect(await focused(page)).toBe('Save')
})

test('whoever takes an answer back by keyboard keeps the focus, and can go on writing', async () => {
  await using watched = await watchedPage(product.browser, product.server.url)
  const { page, problems } = watched
  await page.goto(CHAPTER)
  await box(page).fill('on a good day')
  await says(page, /^Saved, /)
  for (const key of ['Enter', 'Space']) {
    await button(page, 'Take my answer back').focus()
    await page.keyboard.press(key)
    await says(page, /^Taken back, /)
    await drawn(page)
    expect(await focused(page)).toBe('Save')
    await page.keyboard.press('Shift+Tab')
    await box(page).fill('on another day')
    await says(page, /^Saved, /)
  }
  expect(problems).toEqual([])
})

test('whoever is on “Skip this one” while a first answer is saved keeps the focus, and whoever writes their place', async () => {
  await using watched = await watchedPage(product.browser, product.server.url)
  const { page } = watched
  await page.goto(CHAPTER)
  await box(page).fill('slowly')
  await sheet(page).getByRole('link', { name: 'Skip this one' }).focus()
  await says(page, /^Saved, /)
  await drawn(page)
  expect(await focused(page)).toBe('Save')
  await box(page).focus()
  const saved = page.waitForResponse('**/api/answers')
  await page.keyboard.type('and on')
  await saved
  await says(page, /^Saved, /)
  await drawn(page)
  expect(await box(page).evaluate((area) => area === document.activeElement)).toBe(true)
})

test('a first answer that a browser can’t keep is asked about before it is left', async () => {
  await using watched = await watchedPage(product.browser, product.server.url)
  const { page } = watched
  await page.addInitScript(() => Object.defineProperty(globalThis, 'indexedDB', { value: undefined }))
  await page.goto(CHAPTER)
  await box(page).pressSequentially('Gone at once?')
  const asked = page.waitForEvent('dialog')
  await page.close({ runBeforeUnload: true })
  const dialog = await asked
  expect(dialog.type()).toBe('beforeunload')
  await dialog.dismiss()
  await says(page, /^Saved, /)
})
