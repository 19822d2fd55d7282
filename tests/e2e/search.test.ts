import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { BrowserContextOptions, Page, Response } from 'playwright-core'
import { expect, test } from 'vitest'
import { axeInBothSchemes } from '#tests/support/axe.ts'
import { runProduct } from './product.ts'
import { watchedPage } from './watched-page.ts'

const product = runProduct()

async function open(path: string, options: BrowserContextOptions = {}) {
  const watched = await watchedPage(product.browser, product.server.url, {
    viewport: { width: 360, height: 800 },
    ...options,
  })
  await watched.page.goto(path)
  return watched
}
const box = (page: Page) => page.getByRole('searchbox')
const found = (page: Page) => page.locator('.found a')
const searched = (page: Page) => page.waitForResponse('**/api/search')
const scrollsSideways = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth > innerWidth)

test('clauses are shown while one types, and are walked through with the keyboard', async () => {
  await using watched = await open('/standards')
  const { page, problems } = watched
  await box(page).focus()
  await page.keyboard.type('disagree')
  await found(page).first().waitFor()
  expect(await page.locator('[data-said]').innerText()).toMatch(/^\d clauses found\.$/)
  expect(await axeInBothSchemes(page)).toEqual([])
  expect(await scrollsSideways(page)).toBe(false)
  const [first, second] = await found(page).allInnerTexts()
  const focused = () => page.evaluate(() => document.activeElement?.textContent)
  await page.keyboard.press('ArrowDown')
  expect(await focused()).toBe(first)
  await page.keyboard.press('ArrowDown')
  expect(await focused()).toBe(second)
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('ArrowUp')
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('query')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Escape')
  expect([await box(page).inputValue(), await found(page).count()]).toEqual(['', 0])
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('query')
  await page.keyboard.type('K31')
  await found(page).first().waitFor()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await page.waitForURL('**/standards/sc-networks/k31')
  expect(problems).toEqual([])
})

test('on a standard’s page only that standard is searched, and Enter in the box gives a page', async () => {
  await using watched = await open('/standards/sfjba13')
  const { page, problems } = watched
  await box(page).fill('evaluating')
  await page.waitForResponse('**/api/search')
  await found(page).first().waitFor()
  for (const label of await found(page).allInnerTexts()) expect(label).toMatch(/^SFJBA13/)
  await box(page).press('Enter')
  await page.getByRole('heading', { name: 'Search the standards' }).waitFor()
  expect(await box(page).inputValue()).toBe('evaluating')
  for (const label of await found(page).allInnerTexts()) expect(label).toMatch(/^SFJBA13/)
  expect(problems).toEqual([])
})

test('without script the form posts: what was typed is in no address, and the page passes axe', async () => {
  await using watched = await open('/standards', { javaScriptEnabled: false })
  const { page } = watched
  await box(page).fill('wheelchair ramps')
  await page.getByRole('button', { name: 'Search' }).click()
  await found(page).first().waitFor()
  expect(page.url()).not.toContain('wheelchair')
  expect(await scrollsSideways(page)).toBe(false)
  await using scripted = await open('/standards/search')
  await box(scripted.page).fill('wheelchair')
  await box(scripted.page).press('Enter')
  await scripted.page.waitForURL('**/api/search')
  expect(await axeInBothSchemes(scripted.page)).toEqual([])
})

test('what is unfinished, misspelt, or not there', async () => {
  await using watched = await open('/standards')
  const { page } = watched
  const search = async (words: string) => {
    const answered = searched(page)
    await box(page).fill(words)
    const { found: wanted } = (await (await answered).json()) as { found: { label: string }[] }
    const labels = wanted.map(({ label }) => label)
    await page.waitForFunction(
      (all) => [...document.querySelectorAll('.found a')].map((a) => a.textContent).join() === all,
      labels.join(),
    )
    return found(page).allInnerTexts()
  }
  expect(await search('evalu')).toContain('CD-COLLAB KU 17')
  expect(await search('interpretor')).toContain('SFJBA13 KU 14')
  expect((await search('k3')).slice(0, 3)).toEqual(['SC-NETWORKS K3', 'SC-NETWORKS K30', 'SC-NETWORKS K31'])
  expect((await search('SFJBA13 pc 15')).slice(0, 4)).toEqual(
    ['PC 15', 'PC 15.1', 'PC 15.2', 'PC 15.3'].map((l) => `SFJBA13 ${l}`),
  )
  expect(await search('zzzxxq')).toEqual([])
  expect(await page.locator('[data-found]').innerText()).toContain('ask the companion')
  await search('my husband hit me')
  expect(await page.locator('[data-found]').getByRole('link', { name: 'Get help' }).count()).toBe(1)
  expect(await found(page).count()).toBe(0)
})

test('a first search costs less than a tenth of what an index in the browser does', async () => {
  await using watched = await open('/standards')
  const { page } = watched
  const responses: Response[] = []
  page.on('response', (response) => responses.push(response))
  await page.reload()
  await page.waitForLoadState('networkidle')
  const answered = searched(page)
  await box(page).fill('power')
  await answered
  const bytesOf = async (response: Response) => {
    const { responseBodySize, responseHeadersSize, requestBodySize, requestHeadersSize } = await response
      .request()
      .sizes()
    return responseBodySize + responseHeadersSize + requestBodySize + requestHeadersSize
  }
  const mine = responses.filter((r) => /\/api\/search$|\.js$/.test(r.url()))
  const bytes = (await Promise.all(mine.map(bytesOf))).reduce((sum, n) => sum + n, 0)
  expect(mine.some((r) => r.url().endsWith('/api/search'))).toBe(true)
  // Pagefind's first search fetches some 150 kB: its program, its WebAssembly and a part of its index.
  expect(bytes).toBeLessThan(15_000)
})

test('nothing of a search is kept or logged', async () => {
  await using watched = await open('/standards')
  const { page } = watched
  for (const words of ['Marigoldsecret', 'x'.repeat(900)]) {
    const answered = searched(page)
    await box(page).fill(words)
    await answered
  }
  await box(page).fill('Marigoldsecret')
  await box(page).press('Enter')
  await page.getByRole('heading', { name: 'Search the standards' }).waitFor()
  expect(product.server.output()).not.toMatch(/marigoldsecret/i)
  const data = join(product.server.folder, 'data')
  for (const file of readdirSync(data, { recursive: true, withFileTypes: true }))
    if (file.isFile())
      expect(readFileSync(join(file.parentPath, file.name)).includes('arigoldsecret'), file.name).toBe(false)
})
