import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { axeInBothSchemes } from '#tests/support/axe.ts'
import { runProduct } from './product.ts'
import { watchedPage } from './watched-page.ts'

const product = runProduct()
const CHAPTER = '/chapters/equality'
const browse = (options = {}) => watchedPage(product.browser, product.server.url, options)

/** The headings that can be seen in each box about the law. */
const shown = (page: Page) =>
  page
    .locator('.law')
    .evaluateAll((boxes) =>
      boxes.map((box) =>
        [...box.querySelectorAll('h4')].filter((h) => h.getClientRects().length > 0).map((h) => h.textContent),
      ),
    )
const switchIn = (page: Page, box: number) =>
  page.locator('.law').nth(box).getByRole('group', { name: 'Show the law in' })
const cards = (page: Page) => page.locator('.nation-cards h3').allTextContents()
const FOUR = ['England', 'Wales', 'Scotland', 'Northern Ireland']

test('a nation chosen in one box is kept: every box, the next visit and Get help follow', async () => {
  await using watched = await browse()
  const { page, problems } = watched
  await page.goto(CHAPTER)
  const all = await shown(page)
  expect(all.length).toBeGreaterThan(1)
  expect(all).toEqual(all.map(() => FOUR))
  await switchIn(page, 0).getByRole('radio', { name: 'Scotland' }).check()
  expect(await shown(page)).toEqual(all.map(() => ['Scotland']))
  expect(await switchIn(page, 1).getByRole('radio', { name: 'Scotland' }).isChecked()).toBe(true)
  expect(await axeInBothSchemes(page)).toEqual([])
  await page.reload()
  expect(await shown(page)).toEqual(all.map(() => ['Scotland']))
  await page.goto('/help')
  expect(await cards(page)).toEqual(['Scotland', 'England', 'Wales', 'Northern Ireland'])
  expect(await page.context().cookies()).toEqual([])
  expect(problems).toEqual([])
})

test('“Show all four” is kept too, and with nothing chosen Get help is as it was', async () => {
  await using watched = await browse()
  const { page } = watched
  await page.goto('/help')
  expect(await cards(page)).toEqual(FOUR)
  await page.goto(CHAPTER)
  await switchIn(page, 0).getByRole('radio', { name: 'Wales' }).check()
  await switchIn(page, 1).getByRole('radio', { name: 'Show all four' }).check()
  await page.reload()
  expect((await shown(page))[0]).toEqual(FOUR)
})

test('by keyboard: one stop at the switch, and the arrows move through it', async () => {
  await using watched = await browse()
  const { page } = watched
  await page.goto(CHAPTER)
  await switchIn(page, 0).getByRole('radio', { name: 'Show all four' }).focus()
  await page.keyboard.press('ArrowUp')
  expect((await shown(page))[0]).toEqual(['Northern Ireland'])
})

test('without script each box has its own switch, and it works', async () => {
  await using watched = await browse({ javaScriptEnabled: false })
  const { page } = watched
  await page.goto(CHAPTER)
  await switchIn(page, 0).getByText('Scotland').click()
  const heading = (box: number, name: string) =>
    page.locator('.law').nth(box).getByRole('heading', { name, exact: true })
  expect(await heading(0, 'Scotland').isVisible()).toBe(true)
  expect(await heading(0, 'England').isVisible()).toBe(false)
  expect(await heading(1, 'England').isVisible()).toBe(true)
})

test('on paper all four stand, whatever is chosen, and the switch doesn’t', async () => {
  await using watched = await browse()
  const { page } = watched
  await page.goto(CHAPTER)
  await switchIn(page, 0).getByRole('radio', { name: 'England' }).check()
  await page.emulateMedia({ media: 'print' })
  expect((await shown(page))[0]).toEqual(FOUR)
  expect(await page.locator('.law .nations').first().isVisible()).toBe(false)
})

test('signing out clears the choice with everything else', async () => {
  await using watched = await browse()
  const { page } = watched
  await page.goto(CHAPTER)
  await switchIn(page, 0).getByRole('radio', { name: 'Wales' }).check()
  const kept = () => page.evaluate(() => localStorage.getItem('nation'))
  expect(await kept()).toBe('wales')
  await page.evaluate(() => fetch('/api/sign-out', { method: 'POST' }))
  expect(await kept()).toBeNull()
})
