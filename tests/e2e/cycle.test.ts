import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { runProduct } from './product.ts'

const product = runProduct()
const STOPS = ['Listen and explore', 'Agree and plan', 'Act together', 'Review and learn']

async function openChapter(script: boolean): Promise<Page> {
  const page = await product.browser.newPage({ javaScriptEnabled: script })
  await page.goto(`${product.server.url}/chapters/cd`)
  return page
}
const headings = (page: Page) => page.locator('.cycle h4:visible').allTextContents()
const inTheMiddle = async (page: Page) => (await page.locator('.loop g:visible text').allTextContents()).join(' ')

test('without script, a stop is chosen with the mouse or the arrow keys, and shows its two lists', async () => {
  const page = await openChapter(false)
  expect(await headings(page)).toEqual([STOPS[0]])
  await page.locator('.loop label', { hasText: 'Act together' }).click()
  expect(await headings(page)).toEqual(['Act together'])
  await page.getByRole('radio', { name: 'Act together' }).press('ArrowDown')
  expect(await headings(page)).toEqual(['Review and learn'])
  await page.close()
})

test('the switch puts the worker’s agenda in the middle, and in the place of what the community decides', async () => {
  const page = await openChapter(false)
  expect(await inTheMiddle(page)).toBe('The community’s agenda')
  expect(await page.locator('.cycle .taken:visible').count()).toBe(0)
  await page.getByRole('checkbox', { name: /the worker sets the agenda/ }).check()
  expect(await inTheMiddle(page)).toBe('The worker’s agenda')
  expect(await page.locator('.cycle .stop .taken:visible').allTextContents()).toEqual([
    expect.stringContaining('poster'),
  ])
  expect(await page.locator('.cycle .theirs:visible').count()).toBe(0)
  await page.close()
})

test('on paper, and in a browser without :has, everything stands in order', async () => {
  const page = await openChapter(true)
  const complete = async () => {
    expect(await headings(page)).toEqual(STOPS)
    expect(await page.locator('.cycle .stop .taken:visible').count()).toBe(4)
    expect(await page.locator('.cycle .stop .theirs:visible').count()).toBe(4)
    expect(await inTheMiddle(page)).toBe('The community’s agenda')
    expect(await page.locator('.cycle input:visible').count()).toBe(0)
  }
  await page.emulateMedia({ media: 'print' })
  await complete()
  await page.emulateMedia({ media: 'screen' })
  await page.route('**/chapters/cd', async (route) => {
    const response = await route.fetch()
    const { 'content-security-policy': _styleHashes, ...headers } = response.headers()
    await route.fulfill({ response, headers, body: (await response.text()).replaceAll(':has(', ':unknown(') })
  })
  await page.reload()
  await complete()
  await page.close()
})
