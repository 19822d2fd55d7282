import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { runProduct } from './product.ts'
import { watchedPage } from './watched-page.ts'

const product = runProduct()

const CHAPTER = '/chapters/community'
const sheet = (page: Page) => page.locator('[id="community.belong"]')
const box = (page: Page) => sheet(page).locator('textarea[name="story"]')
const status = (page: Page) => sheet(page).locator('.status')
const says = (page: Page, words: RegExp) => status(page).filter({ hasText: words }).waitFor()

test('what a learner writes is saved as they write, and is there when they come back', async () => {
  await using watched = await watchedPage(product.browser, product.server.url)
  const { page, problems } = watched
  await page.goto(CHAPTER)
  expect(await page.context().cookies()).toEqual([])
  await box(page).fill('Aunty Jo saved me a seat.')
  await says(page, /^Saved, /)
  await page.reload()
  expect(await box(page).inputValue()).toBe('Aunty Jo saved me a seat.')
  await says(page, /^Saved, /)
  expect(problems).toEqual([])
})

test('when the network drops the words stay, the page says so, and they are saved when it is back', async () => {
  await using watched = await watchedPage(product.browser, product.server.url)
  const { page } = watched
  await page.goto(CHAPTER)
  await box(page).fill('first')
  await says(page, /^Saved, /)
  await page.context().setOffline(true)
  await box(page).fill('written in a tunnel')
  await says(page, /Kept in this browser/)
  expect(await box(page).inputValue()).toBe('written in a tunnel')
  await page.context().setOffline(false)
  await says(page, /^Saved, /)
  await page.reload()
  expect(await box(page).inputValue()).toBe('written in a tunnel')
})

test('words that could not be sent are back in the box after the tab was closed, and are sent then', async () => {
  await using watched = await watchedPage(product.browser, product.server.url)
  const context = watched.page.context()
  await watched.page.goto(CHAPTER)
  await box(watched.page).fill('first')
  await says(watched.page, /^Saved, /)
  await context.setOffline(true)
  await box(watched.page).fill('typed before the battery died')
  await says(watched.page, /Kept in this browser/)
  const second = await context.newPage()
  await watched.page.close({ runBeforeUnload: false })
  await context.setOffline(false)
  await second.goto(CHAPTER)
  await second.waitForFunction(() =>
    [...document.querySelectorAll('textarea')].some(({ value }) => value === 'typed before the battery died'),
  )
  await says(second, /^Saved, /)
})

/** The same answer changed in two tabs, as the one sees it that came too late. */
async function changeInTwoTabs(page: Page): Promise<void> {
  await page.goto(CHAPTER)
  await box(page).fill('start')
  await says(page, /^Saved, /)
  const other = await page.context().newPage()
  await other.goto(CHAPTER)
  await box(other).fill('from the other tab')
  await says(other, /^Saved, /)
  await box(page).fill('from this tab')
  await sheet(page).locator('.problem').waitFor()
}

test('the same answer changed in two tabs shows both texts, and neither is lost', async () => {
  await using watched = await watchedPage(product.browser, product.server.url)
  const { page, problems } = watched
  await changeInTwoTabs(page)
  expect(await sheet(page).locator('.problem').innerText()).toContain('from the other tab')
  expect(await box(page).inputValue()).toBe('from this tab')
  await page.goto('/notebook')
  expect(await page.locator('main').innerText()).toContain('from the other tab')
  expect(problems).toEqual([])
})

test('after a choice between two versions the focus is on Save, and not lost to the page', async () => {
  await using watched = await watchedPage(product.browser, product.server.url)
  const { page } = watched
  await changeInTwoTabs(page)
  await sheet(page).getByRole('button', { name: 'Save the answer below' }).focus()
  await page.keyboard.press('Enter')
  await says(page, /^Saved, /)
  await sheet(page).locator('.problem').waitFor({ state: 'detached' })
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Save')
})

test('pressing Save on words that are too long leads to what has to be put right', async () => {
  await using watched = await watchedPage(product.browser, product.server.url)
  const { page, problems } = watched
  await page.goto(CHAPTER)
  const describedBy = () => box(page).getAttribute('aria-describedby')
  const before = await describedBy()
  for (const letter of ['x', 'y']) {
    await box(page).fill(letter.repeat(10_001))
    await sheet(page).getByRole('button', { name: 'Save', exact: true }).click()
    await sheet(page).locator('.problem:focus').waitFor()
    expect((await describedBy())?.match(/\.wrong/g)).toHaveLength(1)
  }
  await box(page).fill('short enough')
  await says(page, /^Saved, /)
  expect(await describedBy()).toBe(before)
  expect(await sheet(page).locator('.problem, .wrong').count()).toBe(0)
  expect(problems).toEqual([])
})

test('without script a form saves, comes back to the question, and shows the words and when they were saved', async () => {
  await using watched = await watchedPage(product.browser, product.server.url, { javaScriptEnabled: false })
  const { page, problems } = watched
  await page.goto(CHAPTER)
  await box(page).fill('Plain old form.')
  await sheet(page).getByRole('button', { name: 'Save', exact: true }).click()
  expect(page.url()).toBe(`${product.server.url}${CHAPTER}#community.belong`)
  expect(await box(page).inputValue()).toBe('Plain old form.')
  expect(await status(page).innerText()).toMatch(/Saved, /)
  expect(problems).toEqual([])
})

test('without script, words that are too long come back in the box with the limit', async () => {
  await using watched = await watchedPage(product.browser, product.server.url, { javaScriptEnabled: false })
  const { page } = watched
  await page.goto(CHAPTER)
  const long = 'x'.repeat(10_001)
  await box(page).fill(long)
  await sheet(page).getByRole('button', { name: 'Save', exact: true }).click()
  expect(await page.locator('main').innerText()).toContain('up to 10,000 characters')
  expect((await box(page).inputValue()).trim()).toBe(long)
})

test('an answer can be given, changed and taken back by keyboard alone', async () => {
  await using watched = await watchedPage(product.browser, product.server.url)
  const { page, problems } = watched
  await page.goto(`${CHAPTER}#community.belong`)
  await box(page).focus()
  await page.keyboard.type('By keyboard.')
  await says(page, /^Saved, /)
  const takeBack = sheet(page).getByRole('button', { name: 'Take my answer back' })
  for (let i = 0; i < 20 && !(await takeBack.evaluate((b) => b === document.activeElement)); i++)
    await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await says(page, /^Taken back, /)
  expect(await box(page).inputValue()).toBe('')
  expect(problems).toEqual([])
})

test('an earlier answer comes back where it helps, across chapters', async () => {
  await using watched = await watchedPage(product.browser, product.server.url)
  const { page, problems } = watched
  await page.goto(CHAPTER)
  await page.locator('[id="community.working-definition"] textarea').fill('People who would notice if you were gone.')
  await page
    .locator('[id="community.working-definition"] .status')
    .filter({ hasText: /^Saved, / })
    .waitFor()
  await page.goto('/chapters/cd')
  const slip = page.locator('aside, .slip').filter({ hasText: 'People who would notice if you were gone.' })
  expect(await slip.count()).toBeGreaterThan(0)
  expect(await page.locator('main').innerText()).toContain('You haven’t answered that one yet.')
  expect(problems).toEqual([])
})

test('far too many words to send are told to be too long, and shorter ones are saved', async () => {
  await using watched = await watchedPage(product.browser, product.server.url)
  const { page, problems } = watched
  await page.goto(CHAPTER)
  // Six bytes for each letter as it is sent: more than the server reads on for.
  await box(page).evaluate((all: HTMLTextAreaElement) => {
    all.value = 'é'.repeat(1_000_000)
    all.dispatchEvent(new Event('input', { bubbles: true }))
  })
  await says(page, /Not saved yet\. It is too long\./)
  await box(page).fill('short enough')
  await says(page, /^Saved, /)
  await page.reload()
  expect(await box(page).inputValue()).toBe('short enough')
  expect(problems).toEqual([])
})
