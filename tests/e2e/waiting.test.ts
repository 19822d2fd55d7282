import type { BrowserContext, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { axeInBothSchemes } from '#tests/support/axe.ts'
import { codeFor, newClient, signIn } from './people.ts'
import { runProduct } from './product.ts'
import { watchedPage } from './watched-page.ts'

const product = runProduct()

const CHAPTER = '/chapters/community'
const BELONG = 'community.belong'
const sheet = (page: Page, id = BELONG) => page.locator(`[id="${id}"]`)
const box = (page: Page, id = BELONG) => sheet(page, id).locator('textarea, input[type=text]').first()
const says = (page: Page, words: RegExp, id = BELONG) =>
  sheet(page, id).locator('[data-words]').filter({ hasText: words }).waitFor()
const phone = { viewport: { width: 360, height: 800 } }
const open = (options = {}) => watchedPage(product.browser, product.server.url, { ...phone, ...options })

/** Types, and says no more: it is saved after a lull. */
const write = (page: Page, text: string, id = BELONG) => box(page, id).fill(text)

/** A first answer, and the worker that came with it. */
async function answerOnce(page: Page): Promise<void> {
  await page.goto(CHAPTER)
  await write(page, 'Saved before.')
  await says(page, /^Saved, /)
  await page.evaluate(() => navigator.serviceWorker.ready)
}

async function signInHere(page: Page, address: string, next = '/notebook'): Promise<void> {
  await page.goto(`/sign-in?next=${next}`)
  await page.getByLabel('Your e-mail address').fill(address)
  await page.getByRole('button', { name: 'Send me a code' }).click()
  await page.getByLabel('The code').fill(await codeFor(product.server, address))
  await page.getByRole('button', { name: 'Go on' }).click()
  await page.waitForURL(`**${next}*`)
}

const databases = (page: Page) => page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name))
const cookiesOf = (context: BrowserContext) => context.cookies()

test('somebody who only reads leaves nothing in the browser; the worker comes with the first answer', async () => {
  await using watched = await open()
  const { page } = watched
  await page.goto(CHAPTER)
  await page.locator('.status').first().waitFor({ state: 'attached' })
  expect([await databases(page), await cookiesOf(page.context())]).toEqual([[], []])
  expect(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(0)
  await answerOnce(page)
  expect(await cookiesOf(page.context())).toHaveLength(1)
})

test('offline a chapter read before opens, says what it is, and holds what waits, never what was saved', async () => {
  await using watched = await open()
  const { page } = watched
  await answerOnce(page)
  await page.context().setOffline(true)
  await page.goto('/chapters/power')
  await page.goto(CHAPTER)
  await page.locator('[data-kept-page]').waitFor()
  expect(await page.content()).not.toContain('Saved before.')
  await write(page, 'Written on the train.', 'community.first-words')
  await says(page, /^Kept in this browser/, 'community.first-words')
  await page.reload()
  await says(page, /^Kept in this browser/, 'community.first-words')
  expect(await box(page, 'community.first-words').inputValue()).toBe('Written on the train.')
  expect(await axeInBothSchemes(page)).toEqual([])
  await page.goto('/notebook')
  expect(await page.locator('h1').innerText()).toBe('There is no connection just now')
  await page.locator('#waiting').filter({ hasText: '1 answer is waiting to be sent' }).waitFor()
  expect(await page.locator('[data-waiting]').innerText()).toContain('Written on the train.')
  expect(await axeInBothSchemes(page)).toEqual([])
  await page.context().setOffline(false)
  await page.goto('/notebook')
  await page.locator('article.entry').filter({ hasText: 'Written on the train.' }).waitFor()
  await page.locator('[data-waiting][hidden]').waitFor({ state: 'attached' })
})

test('written on a kept page over an answer that it doesn’t show, both versions are shown afterwards', async () => {
  await using watched = await open()
  const { page } = watched
  await answerOnce(page)
  await page.context().setOffline(true)
  await page.reload()
  await write(page, 'Written without seeing it.')
  await says(page, /^Kept in this browser/)
  await page.context().setOffline(false)
  await page.evaluate(() => dispatchEvent(new Event('online')))
  await sheet(page).locator('.versions').filter({ hasText: 'Saved before.' }).waitFor()
  expect(await sheet(page).locator('.versions').innerText()).toContain('Written without seeing it.')
  expect(await axeInBothSchemes(page)).toEqual([])
  await page.goto('/notebook')
  expect(await page.locator('article.entry').first().innerText()).toContain('Saved before.')
  await page.locator('[data-waiting]').filter({ hasText: 'Written without seeing it.' }).waitFor()
  await page.locator('[data-says]').filter({ hasText: 'changed somewhere else' }).waitFor()
  expect(await axeInBothSchemes(page)).toEqual([])
})

test('what one learner left behind never goes to another, and waits for them', async () => {
  await using watched = await open()
  const { page } = watched
  await answerOnce(page)
  await signInHere(page, 'ada@example.org')
  await page.goto(CHAPTER)
  await page.context().setOffline(true)
  await write(page, 'Ada’s own words.')
  await says(page, /^Kept in this browser/)
  // Signed out from elsewhere, while the browser was away.
  const elsewhere = await signIn(product.server, newClient(product.server), 'ada@example.org')
  await elsewhere.post('/api/sign-out', { everywhere: true })
  await page.context().setOffline(false)
  await page.evaluate(() => dispatchEvent(new Event('online')))
  await sheet(page).locator('.problem').filter({ hasText: 'isn’t open here any more' }).waitFor()
  expect(await axeInBothSchemes(page)).toEqual([])
  await signInHere(page, 'ben@example.org', '/account')
  await page.waitForLoadState('networkidle')
  expect(await page.locator('main').innerText()).not.toContain('Ada’s')
  await page.goto(CHAPTER)
  expect(await page.locator('main').innerText()).not.toContain('Ada’s')
  expect(await box(page).inputValue()).toBe('')
  await write(page, 'Ben’s answer.')
  await says(page, /^Saved, /)
  // Ada comes back in a browser that is signed in as Ben: the notebooks stay two.
  await page.context().clearCookies()
  await signInHere(page, 'ada@example.org')
  await page.locator('article.entry').filter({ hasText: 'Ada’s own words.' }).waitFor()
  expect(await page.locator('main').innerText()).not.toContain('Ben’s answer.')
})

test('words of a notebook that can’t be opened any more go where their learner says', async () => {
  await using watched = await open()
  const { page } = watched
  await answerOnce(page)
  await page.reload()
  await page.context().clearCookies()
  await write(page, 'Their cookie is gone.')
  await sheet(page).locator('.problem').waitFor()
  await sheet(page).getByLabel('I can’t open it any more').check()
  await says(page, /^Saved, /)
  await write(page, 'And they write on.')
  await says(page, /^Saved, /)
  await page.goto('/notebook')
  expect(await page.locator('main').innerText()).toContain('And they write on.')
})

test('first answers given in two tabs without a connection become one notebook', async () => {
  await using watched = await open()
  const { page } = watched
  const other = await page.context().newPage()
  await page.goto(CHAPTER)
  await other.goto('/chapters/power')
  await page.context().setOffline(true)
  await write(page, 'In the one tab.')
  const power = (await other.locator('form.q:has(textarea)').first().getAttribute('id')) as string
  await write(other, 'In the other tab.', power)
  await says(page, /^Kept/)
  await says(other, /^Kept/, power)
  await page.context().setOffline(false)
  await Promise.all([page, other].map((tab) => tab.evaluate(() => dispatchEvent(new Event('online')))))
  await says(page, /^Saved, /)
  await says(other, /^Saved, /, power)
  await page.goto('/notebook')
  const words = await page.locator('main').innerText()
  expect([words.includes('In the one tab.'), words.includes('In the other tab.')]).toEqual([true, true])
})

test('two tabs keep different words for one question offline: both are there afterwards', async () => {
  await using watched = await open()
  const { page } = watched
  await page.goto(CHAPTER)
  const other = await page.context().newPage()
  await other.goto(CHAPTER)
  await page.context().setOffline(true)
  await write(page, 'From the first tab.')
  await says(page, /^Kept/)
  await write(other, 'From the second tab.')
  await says(other, /^Kept/)
  await page.close({ runBeforeUnload: false })
  await other.close({ runBeforeUnload: false })
  await watched.page.context().setOffline(false)
  const later = await watched.page.context().newPage()
  await later.goto(CHAPTER)
  // Without another visit: when the ones are saved, the others come up beside them. A tab that is just being closed may
  // still have sent its own, so either may be the saved ones.
  const versions = sheet(later).locator('.versions')
  await versions.filter({ hasText: 'From the first tab.' }).filter({ hasText: 'From the second tab.' }).waitFor()
})

test('what another page has in hand leaves the list of what waits when that page has sent it', async () => {
  await using watched = await open()
  const { page } = watched
  await answerOnce(page)
  const list = await page.context().newPage()
  await page.context().setOffline(true)
  await write(page, 'In hand elsewhere.')
  await says(page, /^Kept in this browser/)
  await list.goto('/notebook')
  await list.locator('[data-waiting]').filter({ hasText: 'In hand elsewhere.' }).waitFor()
  await page.context().setOffline(false)
  await page.evaluate(() => dispatchEvent(new Event('online')))
  await says(page, /^Saved, /)
  await list.locator('[data-waiting][hidden]').waitFor({ state: 'attached' })
  expect(await list.locator('[data-waiting] li').count()).toBe(0)
})

test('words of a tab that is closed while another has the chapter open come up there, without a visit anew', async () => {
  await using watched = await open()
  const { page } = watched
  await answerOnce(page)
  await page.context().setOffline(true)
  await write(page, 'Of the tab that is closed.')
  await says(page, /^Kept in this browser/)
  const other = await page.context().newPage()
  await other.goto(CHAPTER)
  await other.locator('[data-kept-page]').waitFor()
  expect(await box(other).inputValue()).toBe('')
  await page.close({ runBeforeUnload: false })
  await says(other, /^Kept in this browser/)
  expect(await box(other).inputValue()).toBe('Of the tab that is closed.')
})

test('where a browser keeps nothing the page says so, and leaving it asks first', async () => {
  await using watched = await open()
  const { page } = watched
  await page.addInitScript(() => {
    indexedDB.open = () => {
      throw new DOMException('This window keeps nothing.')
    }
  })
  await page.goto(CHAPTER)
  await page.context().setOffline(true)
  await write(page, 'Nowhere to go.')
  await says(page, /^Not kept anywhere: copy your words/)
})

test('on a shared computer nothing is kept', async () => {
  await using watched = await open()
  const { page } = watched
  await page.route(`**${CHAPTER}`, async (route) => {
    const response = await route.fetch()
    await route.fulfill({ response, body: (await response.text()).replace('<html ', '<html data-shared ') })
  })
  await page.goto(CHAPTER)
  await write(page, 'On the library’s computer.')
  await says(page, /^Saved, /)
  await page.context().setOffline(true)
  await write(page, 'And more.')
  await says(page, /^Not kept anywhere/)
  expect(await databases(page)).toEqual([])
  expect(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(0)
})

test('where one tab says that the computer is shared, one that was open before keeps nothing more, and says so', async () => {
  await using watched = await open()
  const { page } = watched
  await answerOnce(page)
  const other = await page.context().newPage()
  await other.goto('/account')
  await page.route('**/api/answers', (route) => route.abort())
  await write(page, 'Before it was shared.')
  await says(page, /^Kept in this browser/)
  await other.getByRole('button', { name: 'This is a shared computer' }).click()
  await other.waitForURL('**/account?now=shared')
  await says(page, /^Not kept anywhere/)
  await write(page, 'And after.')
  await says(page, /^Not kept anywhere/)
  expect(await databases(page)).toEqual([])
  await page.unroute('**/api/answers')
  await page.evaluate(() => dispatchEvent(new Event('online')))
  await says(page, /^Saved, /)
  expect([await databases(page), await page.evaluate(() => caches.keys())]).toEqual([[], []])
  expect(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(0)
})

test('where a browser’s store never answers, words are saved all the same', async () => {
  await using watched = await open()
  const { page } = watched
  await page.addInitScript(() => {
    indexedDB.open = () => ({}) as IDBOpenDBRequest
  })
  await page.goto(CHAPTER)
  await write(page, 'Saved without it.')
  await says(page, /^Saved, /)
})

test('signing out clears what the browser kept', async () => {
  await using watched = await open()
  const { page } = watched
  await answerOnce(page)
  await signInHere(page, 'cleo@example.org')
  await page.goto('/account')
  await page.getByRole('button', { name: 'Sign out here' }).click()
  await page.waitForURL((url) => url.pathname === '/')
  expect([await databases(page), await page.evaluate(() => caches.keys())]).toEqual([[], []])
  expect(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(0)
})
