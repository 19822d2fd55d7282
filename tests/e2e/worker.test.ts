import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ChangedSite, changedSite } from '#tests/support/changed-site.ts'
import { runProduct } from './product.ts'
import { watchedPage } from './watched-page.ts'

const product = runProduct()
let site: ChangedSite
const start = async () => {
  site = await changedSite(product.server.url)
}
const CHAPTER = '/chapters/community'
const sheet = (page: Page) => page.locator('[id="community.belong"]')
const box = (page: Page) => sheet(page).locator('textarea')
const says = (page: Page, words: RegExp) => sheet(page).locator('[data-words]').filter({ hasText: words }).waitFor()
const cachesOf = (page: Page) => page.evaluate(() => caches.keys())

/** A learner with one answer saved, the worker that came with it, and words that wait. */
async function leaveWaiting(page: Page, words: string): Promise<void> {
  await page.goto(CHAPTER)
  await box(page).fill('Saved before.')
  await says(page, /^Saved, /)
  await page.evaluate(() => navigator.serviceWorker.ready)
  site.saves(false)
  await box(page).fill(words)
  await says(page, /^Kept in this browser/)
}

/** Whether the server has it, asked without a page. */
const isInNotebook = async (context: BrowserContext, words: string) =>
  (await (await context.request.get(`${site.url}/notebook`)).text()).includes(words)

/** A page and the worker as a later build would make them: the page has another text, the worker another version. */
async function laterBuild(
  kept: string,
  version: string,
): Promise<{ page: [string, { body: string; etag: string }]; worker: { body: string; etag: string } }> {
  const [now, script] = await Promise.all([site.see('/help'), site.see('/service-worker.js')])
  const etag = `"${version}-help"`
  const old = kept.replace(/^pages /, '')
  const body = script.body.replaceAll(old, version).replaceAll(now.etag.replaceAll('"', ''), etag.replaceAll('"', ''))
  expect(body.split(version)).toHaveLength(3)
  return {
    page: ['/help', { body: now.body.replace(/<main\b[^>]*>/, '$&<p>Help has a new line.</p>'), etag }],
    worker: { body, etag: `"${version}"` },
  }
}

beforeAll(start)
afterAll(() => site?.close())

test('the browser’s sync event delivers what waits when no page is open', async () => {
  await using watched = await watchedPage(product.browser, site.url)
  const context = watched.page.context()
  await leaveWaiting(watched.page, 'Written in the lift.')
  const blank = await context.newPage()
  const devtools = await context.newCDPSession(blank)
  const registered = new Promise<string>((found) =>
    devtools.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
      const mine = registrations.find(({ scopeURL }) => scopeURL.startsWith(site.url))
      if (mine) found(mine.registrationId)
    }),
  )
  await devtools.send('ServiceWorker.enable')
  await watched.page.close({ runBeforeUnload: false })
  expect(context.pages().map((page) => page.url())).toEqual(['about:blank'])
  expect(await isInNotebook(context, 'Written in the lift.')).toBe(false)
  site.saves(true)
  const event = { origin: site.url, registrationId: await registered, tag: 'answers', lastChance: false }
  await devtools.send('ServiceWorker.dispatchSyncEvent', event)
  await expect.poll(() => isInNotebook(context, 'Written in the lift.'), { timeout: 20_000 }).toBe(true)
  await blank.goto(`${site.url}/notebook`)
  expect(await blank.locator('[data-waiting] li').count()).toBe(0)
})

test('a newer worker takes the place of the old one: what waits stays, the old pages go', async () => {
  await using watched = await watchedPage(product.browser, site.url)
  const { page } = watched
  const context = page.context()
  site.saves(true)
  await leaveWaiting(page, 'Written before the change.')
  const before = await cachesOf(page)
  expect(before).toHaveLength(1)
  // As the first workers did: where a preload fails, Firefox never asks the worker for the page that it keeps.
  const preloads = async (page: Page, turn?: 'enable') =>
    page.evaluate(async (turn) => {
      const { navigationPreload } = await navigator.serviceWorker.ready
      if (turn) await navigationPreload[turn]()
      return (await navigationPreload.getState()).enabled
    }, turn)
  expect(await preloads(page, 'enable')).toBe(true)
  const later = await laterBuild(before[0] as string, 'next-build')
  site.change(...later.page)
  site.change('/service-worker.js', later.worker)
  // The page that is open keeps its worker.
  await page.evaluate(async () => (await navigator.serviceWorker.ready).update())
  await page.waitForFunction(async () => (await navigator.serviceWorker.ready).waiting !== null)
  expect(await cachesOf(page)).toEqual([...before, 'pages next-build'])
  await page.close({ runBeforeUnload: false })
  // It comes once no page is left that the old one serves.
  const look = async () => {
    const page = await context.newPage()
    await page.goto('/standards')
    const kept = await cachesOf(page)
    await page.close()
    return kept
  }
  await expect.poll(look, { timeout: 20_000 }).toEqual(['pages next-build'])
  const next = await context.newPage()
  await next.goto(CHAPTER)
  await says(next, /^Kept in this browser/)
  expect(await box(next).inputValue()).toBe('Written before the change.')
  site.saves(true)
  await next.evaluate(() => dispatchEvent(new Event('online')))
  await says(next, /^Saved, /)
  expect(await isInNotebook(context, 'Written before the change.')).toBe(true)
  expect(await preloads(next)).toBe(false)
  site.down()
  await next.goto('/help')
  expect(await next.locator('main').innerText()).toContain('Help has a new line.')
})

test('half a site is refused: a page that isn’t what was built stops the newer worker, and the old one goes on', async () => {
  await site.close()
  await start()
  await using watched = await watchedPage(product.browser, site.url)
  const { page } = watched
  await leaveWaiting(page, 'Written during the change.')
  const before = await cachesOf(page)
  const later = await laterBuild(before[0] as string, 'half-build')
  site.change('/service-worker.js', later.worker)
  const end = await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready
    const ended = new Promise<string>((done) => {
      registration.addEventListener('updatefound', () => {
        const { installing } = registration
        installing?.addEventListener('statechange', () => done(installing.state))
      })
    })
    await registration.update()
    return ended
  })
  expect(end).toBe('redundant')
  await page.close({ runBeforeUnload: false })
  const next = await page.context().newPage()
  site.down()
  await next.goto('/help')
  await next.locator('[data-kept-page]').waitFor()
  expect(await next.locator('main').innerText()).not.toContain('Help has a new line.')
  await next.goto(CHAPTER)
  await says(next, /^Kept in this browser/)
  expect(await box(next).inputValue()).toBe('Written during the change.')
})

test('a kept page comes in its own letters, also where the browser has nothing else of them', async () => {
  await site.close()
  await start()
  await using watched = await watchedPage(product.browser, site.url)
  const context = watched.page.context()
  await leaveWaiting(watched.page, 'Written underground.')
  await watched.page.close({ runBeforeUnload: false })
  const page = await context.newPage()
  await (await context.newCDPSession(page)).send('Network.clearBrowserCache')
  site.down()
  await page.goto('/glossary')
  await page.locator('[data-kept-page]').waitFor()
  const came = await page.evaluate(async () => {
    await document.fonts.ready
    return [...document.fonts].filter(({ status }) => status === 'loaded').map(({ family }) => family)
  })
  // Fonts of the machine that stand in until ours come are among them, too.
  expect(came.map((family) => family.replaceAll('"', ''))).toEqual(expect.arrayContaining(['Atkinson', 'Besley']))
})
