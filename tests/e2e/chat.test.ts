import type { BrowserContextOptions, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { axeInBothSchemes } from '#tests/support/axe.ts'
import { content } from '#tests/support/open.ts'
import { runProduct } from './product.ts'
import { watchedPage } from './watched-page.ts'

const product = runProduct()
const PHONE = { viewport: { width: 360, height: 740 } }

const open = (options: BrowserContextOptions = {}) =>
  watchedPage(product.browser, product.server.url, { ...PHONE, ...options })
const box = (page: Page) => page.getByLabel('Write to the companion')
const log = (page: Page) => page.getByRole('log')
const earlier = (page: Page) => page.locator('[data-earlier]')
const clear = (page: Page) => page.getByRole('button', { name: 'Clear this conversation' })
const asked = (page: Page) => page.locator('.turn-row.you .said')
const sideways = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)

/** Says something by keyboard, and waits for the reply that has these words. */
async function say(page: Page, words: string, reply: string): Promise<void> {
  await box(page).fill(words)
  await box(page).press('Enter')
  await log(page).locator('.turn-row:not(.you)', { hasText: reply }).last().waitFor()
}

const question = (chapter: string) => content.questions.find((q) => q.chapter === chapter && !q.retired)?.ask as string
const POWER = content.chapters.find(({ id }) => id === 'power')
const K15 = content.clause('SC-NETWORKS:K15')?.text as string

test('clauses to choose from fit a phone, however long their labels are', async () => {
  await using watched = await open({ viewport: { width: 320, height: 740 } })
  const { page } = watched
  await page.goto('/companion')
  await say(page, 'carers', 'Scope of the performance criteria')
  expect(await sideways(page)).toBe(0)
})

test('opened again, the conversation is there with nothing to press, and one button clears it', async () => {
  await using watched = await open()
  const { page, problems } = watched
  await page.goto('/companion')
  expect(await clear(page).isVisible()).toBe(false)
  await say(page, 'next question', 'From chapter')
  await clear(page).waitFor()
  await say(page, 'tea, noise, warmth', 'Thanks, saved')
  await say(page, 'K15', K15)
  await page.reload()
  expect(await log(page).innerText()).toBe('')
  expect(await earlier(page).locator('blockquote').innerText()).toBe(`“${K15}”`)
  expect(await earlier(page).locator('button, form').count()).toBe(0)
  await earlier(page).getByText('Earlier in this conversation').click()
  expect(await asked(page).allInnerTexts()).toEqual(['next question', 'tea, noise, warmth', 'K15'])
  expect(await sideways(page)).toBe(0)
  expect(await axeInBothSchemes(page)).toEqual([])
  await clear(page).press('Enter')
  await page.getByText('This conversation is cleared.').waitFor()
  expect(await asked(page).count()).toBe(0)
  await page.reload()
  expect(await asked(page).count()).toBe(0)
  await page.goto('/chapters/community')
  expect(await page.getByText('tea, noise, warmth').count()).toBeGreaterThan(0)
  expect(problems).toEqual([])
})

test('on a phone a reply is read from its beginning, whoever writes on without scrolling; going up is left alone', async () => {
  await using watched = await open()
  const { page } = watched
  await page.goto('/companion')
  const top = () =>
    page
      .locator('.turn-row.you')
      .last()
      .evaluate((turn) => turn.getBoundingClientRect().top)
  await say(page, 'How do I build trust?', 'These clauses speak of it.')
  expect(await top()).toBeLessThan(120)
  // The box is still where the cursor is, below what one sees.
  await say(page, 'K15', K15)
  expect(await top()).toBeLessThan(120)
  await box(page).fill('K14')
  await page.route('**/api/chat', async (route) => {
    await page.evaluate(() => scrollTo(0, 0))
    await route.continue()
  })
  await box(page).press('Enter')
  await log(page).locator('.turn-row:not(.you)').nth(2).waitFor()
  expect(await page.evaluate(() => scrollY)).toBe(0)
})

test('without script it is kept, shown and cleared as well, and a reply stands once', async () => {
  await using watched = await open({ javaScriptEnabled: false })
  const { page, problems } = watched
  await page.goto('/companion')
  const send = async (words: string) => {
    await box(page).fill(words)
    await page.getByRole('button', { name: 'Send', exact: true }).click()
  }
  await send('next question')
  await send('K15')
  expect(await log(page).locator('.said').first().innerText()).toBe('K15')
  expect(await asked(page).allInnerTexts()).toEqual(['next question', 'K15'])
  await page.goto('/companion')
  expect(await asked(page).allInnerTexts()).toEqual(['next question', 'K15'])
  await clear(page).click()
  await page.getByText('This conversation is cleared.').waitFor()
  expect(await asked(page).count()).toBe(0)
  expect(problems).toEqual([])
})

test('what tells of harm is gone from the page when it is opened again, and the rest is as it was', async () => {
  await using watched = await open()
  const { page } = watched
  await page.goto('/companion')
  await say(page, 'next question', 'From chapter')
  await page.reload()
  const before = await page.locator('main').innerText()
  await say(page, 'My stepdad hits me and I am scared to go home', '999')
  await page.reload()
  expect(await page.locator('main').innerText()).toBe(before)
})

test('on a shared computer the page says that nothing is kept, and nothing is', async () => {
  await using watched = await open()
  const { page } = watched
  await page.goto('/companion')
  await say(page, 'next question', 'From chapter')
  await page.goto('/account')
  await page.getByRole('button', { name: 'This is a shared computer' }).click()
  await page.getByText('This is a shared computer.').waitFor()
  await page.goto('/companion')
  await page.getByText('this conversation is not kept').waitFor()
  expect(await asked(page).count()).toBe(0)
  await say(page, 'K15', K15)
  expect(await clear(page).isVisible()).toBe(false)
  await page.reload()
  expect(await asked(page).count()).toBe(0)
})

test('messages that are sent while it looks wait their turn, and each gets its reply, in order', async () => {
  await using watched = await open()
  const { page, problems } = watched
  const { promise: letGo, resolve: answer } = Promise.withResolvers<void>()
  let running = 0
  let most = 0
  await page.route('**/api/chat', async (route) => {
    most = Math.max(most, ++running)
    await letGo
    const reply = await route.fetch()
    running--
    await route.fulfill({ response: reply })
  })
  await page.goto('/companion')
  const texts = ['next question', 'chairs in a circle', 'What does K15 say?']
  for (const text of texts) {
    await box(page).fill(text)
    await box(page).press('Enter')
    expect(await box(page).inputValue()).toBe('')
  }
  await page.getByText('2 more wait after this').waitFor()
  expect(await page.locator('.turns > .soft .said').allInnerTexts()).toEqual(texts)
  expect(await axeInBothSchemes(page)).toEqual([])
  await box(page).fill('and K31?')
  answer()
  await log(page).locator('blockquote').waitFor()
  expect(await log(page).locator('.turn-row.you .said').allInnerTexts()).toEqual(texts)
  const replies = await log(page).locator('.turn-row:not(.you) .said').allInnerTexts()
  expect(replies[0]).toContain('From chapter')
  expect(replies[1]).toContain('Thanks, saved')
  expect(replies[2]).toContain(K15)
  expect(await page.locator('.turns > .soft .said').count()).toBe(0)
  // What was being typed meanwhile is still there.
  expect(await box(page).inputValue()).toBe('and K31?')
  expect(most).toBe(1)
  expect(problems).toEqual([])
})

test('where the connection is lost nothing is: all that wait are sent again in order, and have one effect', async () => {
  await using watched = await open()
  const { page } = watched
  await page.goto('/companion')
  await say(page, 'next question', 'From chapter')
  await page.route('**/api/chat', async (route) => {
    // It has arrived, and the reply is lost.
    await route.fetch()
    await route.abort()
  })
  for (const text of ['chairs in a circle', 'K15']) {
    await box(page).fill(text)
    await box(page).press('Enter')
  }
  await page.getByText('Not sent yet').waitFor()
  expect(await page.locator('.turns > .soft .said').allInnerTexts()).toEqual(['chairs in a circle', 'K15'])
  expect(await axeInBothSchemes(page)).toEqual([])
  await page.unroute('**/api/chat')
  await page.getByRole('button', { name: 'Send again' }).press('Enter')
  await log(page).locator('blockquote').waitFor()
  expect(await log(page).locator('.turn-row.you .said').allInnerTexts()).toEqual([
    'next question',
    'chairs in a circle',
    'K15',
  ])
  expect(await page.getByRole('button', { name: 'Send again' }).isVisible()).toBe(false)
  await page.reload()
  await earlier(page).getByText('Earlier in this conversation').click()
  expect(await asked(page).allInnerTexts()).toEqual(['next question', 'chairs in a circle', 'K15'])
})

test.for([360, 1280])(
  'beside a chapter at %i px: by keyboard in and out, with its own questions, and the same conversation',
  async (width) => {
    await using watched = await open({ viewport: { width, height: 740 } })
    const { page, problems } = watched
    const scripts: string[] = []
    page.on('request', (request) => request.resourceType() === 'script' && scripts.push(request.url()))
    await page.goto('/companion')
    await say(page, 'K15', K15)
    await say(page, 'what is waiting?', 'in reading order')
    await say(page, 'next question', 'From chapter 1')
    await page.goto('/chapters/power')
    await page.waitForLoadState('networkidle')
    const before = scripts.length
    const summary = page.locator('details.panel > summary')
    await summary.focus()
    await page.keyboard.press('Enter')
    await expect.poll(() => box(page).evaluate((element) => element === document.activeElement)).toBe(true)
    // Its code comes when it is opened.
    expect(scripts.length).toBeGreaterThan(before)
    await earlier(page).getByText(question('community')).waitFor()
    await page.keyboard.type('next question')
    await page.keyboard.press('Enter')
    await log(page).getByText(`From chapter ${POWER?.number}`).waitFor()
    expect(await sideways(page)).toBe(0)
    expect(await axeInBothSchemes(page)).toEqual([])
    await page.keyboard.press('Escape')
    expect(await page.locator('details.panel').evaluate((details: HTMLDetailsElement) => details.open)).toBe(false)
    expect(await summary.evaluate((element) => element === document.activeElement)).toBe(true)
    await page.keyboard.press('Enter')
    await expect.poll(() => box(page).evaluate((element) => element === document.activeElement)).toBe(true)
    await clear(page).press('Enter')
    await page.getByText('This conversation is cleared.').waitFor()
    expect(await asked(page).count()).toBe(0)
    expect(await axeInBothSchemes(page)).toEqual([])
    expect(problems).toEqual([])
  },
)
