import { randomUUID } from 'node:crypto'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { runProduct } from './product.ts'
import { watchedPage } from './watched-page.ts'

const product = runProduct()

const LONG = 'Llanfairpwllgwyngyll'.repeat(8)
const box = (page: Page) => page.getByLabel('Write to the companion')
const sideways = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)

test('one very long word never widens a page on a phone', async () => {
  await using watched = await watchedPage(product.browser, product.server.url, {
    viewport: { width: 320, height: 640 },
  })
  const { page, problems } = watched
  const save = async (question: string, value: object) => {
    const reply = await page.request.post('/api/answers', {
      headers: { origin: product.server.url, accept: 'application/json' },
      data: { question, value, base: 0, operation: randomUUID() },
    })
    expect(reply.status()).toBe(200)
  }
  await save('community.working-definition', { definition: LONG })
  await save('community.my-communities', { communities: [{ row: LONG.slice(0, 80), cells: { closeness: 'near' } }] })
  for (const path of ['/notebook', '/chapters/community', '/chapters/cd', '/standards/sc-networks/k50']) {
    await page.goto(path)
    expect([path, await sideways(page)]).toEqual([path, 0])
  }
  await page.goto('/companion')
  await box(page).fill(LONG)
  await page.getByRole('button', { name: 'Send' }).click()
  await page.locator('.turn-row.you').waitFor()
  expect(await sideways(page)).toBe(0)
  expect(problems).toEqual([])
})
