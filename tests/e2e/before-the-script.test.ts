import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { runProduct } from './product.ts'
import { watchedPage } from './watched-page.ts'

const product = runProduct()

const CHAPTER = '/chapters/community'
const sheet = (page: Page) => page.locator('[id="community.belong"]')
const box = (page: Page) => sheet(page).locator('textarea[name="story"]')
const says = (page: Page, words: RegExp) => sheet(page).locator('.status').filter({ hasText: words }).waitFor()

/** A page whose scripts can be held up on their way, as on a slow line. A worker's copy of them would come at once. */
async function slowScripts() {
  const watched = await watchedPage(product.browser, product.server.url, { serviceWorkers: 'block' })
  let held: (() => void)[] | null = null
  await watched.page.route('**/_astro/*.js', async (route) => {
    await new Promise<void>((go) => (held ? held.push(go) : go()))
    await route.continue()
  })
  const hold = () => (held = [])
  const release = () => {
    for (const go of held ?? []) go()
    held = null
  }
  return { watched, page: watched.page, hold, release }
}

/** How a page is opened that was open before. */
const WAYS: { way: string; leave(page: Page): Promise<unknown>; open(page: Page): Promise<unknown> }[] = [
  { way: 'opened', leave: async () => {}, open: (page) => page.goto(CHAPTER, { waitUntil: 'commit' }) },
  { way: 'reloaded', leave: async () => {}, open: (page) => page.reload({ waitUntil: 'commit' }) },
  { way: 'come back to', leave: (page) => page.goto('/help'), open: (page) => page.goBack({ waitUntil: 'commit' }) },
]

test.for(WAYS)('words typed before the script has come to a page that is $way are kept', async ({ leave, open }) => {
  const { watched, page, hold, release } = await slowScripts()
  await using _ = watched
  await page.goto(CHAPTER)
  await box(page).fill('first')
  await says(page, /^Saved, /)
  await leave(page)
  hold()
  await open(page)
  expect(await box(page).inputValue()).toBe('first')
  await box(page).press('End')
  await page.keyboard.type(' and typed early')
  const saved = page.waitForResponse('**/api/answers')
  release()
  await saved
  expect(await box(page).inputValue()).toBe('first and typed early')
  await page.reload()
  expect(await box(page).inputValue()).toBe('first and typed early')
  expect(watched.problems).toEqual([])
})

test.for(WAYS)(
  'what a browser may put back on a page that is $way overwrites nothing newer',
  async ({ leave, open }) => {
    await using watched = await watchedPage(product.browser, product.server.url)
    const { page } = watched
    await page.goto(CHAPTER)
    await box(page).fill('older')
    await says(page, /^Saved, /)
    await leave(page)
    const other = await page.context().newPage()
    await other.goto(CHAPTER)
    await box(other).fill('newer')
    const saved = other.waitForResponse('**/api/answers')
    await saved
    await says(other, /^Saved, /)
    await open(page)
    await page.waitForLoadState('networkidle')
    expect(await box(page).inputValue()).toBe('newer')
    await other.reload()
    expect(await box(other).inputValue()).toBe('newer')
  },
)
