import type { ServerResponse } from 'node:http'
import type { Page } from 'playwright-core'
import { afterAll, expect, test } from 'vitest'
import { axeInBothSchemes } from '#tests/support/axe.ts'
import { endpointSettings } from '../standards/model-under-test.ts'
import { openEndpoint, reply, stream } from '../support/scripted-endpoint.ts'
import { runProduct } from './product.ts'
import { watchedPage } from './watched-page.ts'

const SENTENCE = 'You need to know and understand how to build trust and rapport.'
const GOOD = reply([
  { text: SENTENCE, citations: [{ clause: 'SC-NETWORKS:K14', quote: 'how to build trust and rapport' }] },
])
const PHONE = { viewport: { width: 360, height: 740 } }
const endpoint = await openEndpoint((_, response) => stream(response, GOOD))
const product = runProduct(() => endpointSettings(endpoint.url))
afterAll(() => endpoint.close())

/** The endpoint answers only when `go` is called; `gone` resolves when whoever asked has hung up. */
function hold() {
  const { promise: gone, resolve: left } = Promise.withResolvers<void>()
  const { promise: asked, resolve: came } = Promise.withResolvers<ServerResponse>()
  endpoint.act((_, response) => {
    response.on('close', () => left())
    came(response)
  })
  return { gone, go: async () => stream(await asked, GOOD) }
}
const box = (page: Page) => page.getByLabel('Write to the companion')
const log = (page: Page) => page.getByRole('log')
const send = async (page: Page, words: string) => {
  await box(page).fill(words)
  await box(page).press('Enter')
}
const OUTRIGHT = 'use the model: How do I build trust?'

test('on a phone the clauses are read while a model is asked, and what it says is added below them, by keyboard alone', async () => {
  await using watched = await watchedPage(product.browser, product.server.url, PHONE)
  const { page, problems } = watched
  await page.goto('/companion')
  // What a screen reader is told, as the page changes.
  await page.evaluate(() => {
    const told: string[] = []
    Object.assign(window, { told })
    const status = document.querySelector('[data-status]') as Element
    new MutationObserver(() => status.textContent && told.push(status.textContent)).observe(status, {
      childList: true,
      characterData: true,
      subtree: true,
    })
  })
  const { go } = hold()
  await send(page, OUTRIGHT)
  const clauses = log(page).locator('blockquote')
  await clauses.first().waitFor()
  const shown = await clauses.allInnerTexts()
  expect(shown.join()).toContain('how to build trust and rapport in a relationship')
  expect(await page.getByRole('status').filter({ hasText: 'The companion is looking.' }).count()).toBe(1)
  await page.getByRole('button', { name: 'Stop looking' }).waitFor()
  expect(await axeInBothSchemes(page)).toEqual([])
  await box(page).pressSequentially('and K15')
  const first = await clauses.first().elementHandle()
  await go()
  await log(page).getByText(SENTENCE).waitFor()
  // Nothing that was read is taken away or put there again.
  expect(await first?.evaluate((element) => element.isConnected)).toBe(true)
  expect((await clauses.allInnerTexts()).slice(0, shown.length)).toEqual(shown)
  expect(await log(page).locator('.turn-row.you').count()).toBe(1)
  expect(await box(page).inputValue()).toBe('and K15')
  expect(await page.getByRole('button', { name: 'Stop looking' }).isVisible()).toBe(false)
  expect(await page.evaluate(() => (window as unknown as { told: string[] }).told)).toEqual([
    'The companion is looking.',
  ])
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360)
  expect(await axeInBothSchemes(page)).toEqual([])
  expect(problems).toEqual([])
})

test('Stop looking hangs up on the model, keeps the clauses, and the next message has its turn', async () => {
  await using watched = await watchedPage(product.browser, product.server.url, PHONE)
  const { page, problems } = watched
  await page.goto('/companion')
  const { gone } = hold()
  await send(page, OUTRIGHT)
  const stop = page.getByRole('button', { name: 'Stop looking' })
  await stop.waitFor()
  await send(page, 'K15')
  await page.getByText('1 more waits after this').waitFor()
  await stop.press('Enter')
  await gone
  await log(page).getByText('how your power and influence as a worker').waitFor()
  expect(await log(page).locator('.turn-row.you .said').allInnerTexts()).toEqual([OUTRIGHT, 'K15'])
  expect(await log(page).getByText('how to build trust and rapport in a relationship').count()).toBe(1)
  expect(await box(page).evaluate((element) => element === document.activeElement)).toBe(true)
  expect(problems).toEqual([])
})

test('cut off half way, what came stays and it is said; sent again, the reply stands once', async () => {
  await using watched = await watchedPage(product.browser, product.server.url, PHONE)
  const { page } = watched
  await page.goto('/companion')
  let cut = true
  // The line breaks after the first card.
  await page.route('**/api/chat', async (route) => {
    const response = await route.fetch()
    const text = await response.text()
    await route.fulfill({ response, body: cut ? `${text.split('\n')[0]}\n` : text })
  })
  endpoint.act((_, response) => stream(response, GOOD))
  await send(page, OUTRIGHT)
  await page.getByText('The rest did not come.').waitFor()
  expect(await log(page).locator('blockquote').count()).toBeGreaterThan(0)
  expect(await log(page).getByText(SENTENCE).count()).toBe(0)
  expect(await axeInBothSchemes(page)).toEqual([])
  cut = false
  await page.getByRole('button', { name: 'Send again' }).press('Enter')
  await log(page).getByText(SENTENCE).waitFor()
  expect(await log(page).locator('.turn-row.you').count()).toBe(1)
  expect(await log(page).getByText('These clauses speak of it.').count()).toBe(1)
})

test.for([360, 1280])(
  'beside a chapter at %i px only the conversation scrolls, and whoever has gone up in it stays there',
  async (width) => {
    await using watched = await watchedPage(product.browser, product.server.url, { viewport: { width, height: 740 } })
    const { page, problems } = watched
    await page.goto('/chapters/power')
    await page.locator('details.panel > summary').press('Enter')
    await expect.poll(() => box(page).evaluate((element) => element === document.activeElement)).toBe(true)
    const conversation = page.getByRole('group', { name: 'Conversation' })
    const tops = () =>
      conversation.evaluate((element) => ({ page: Math.round(scrollY), conversation: Math.round(element.scrollTop) }))
    endpoint.act((_, response) => stream(response, GOOD))
    await send(page, 'How do I build trust?')
    await log(page).locator('blockquote').first().waitFor()
    await box(page).fill('how do I evaluate a partnership?')
    const before = await tops()
    await page.keyboard.press('Enter')
    await log(page).getByText('CD-COLLAB PC 9').first().waitFor()
    const after = await tops()
    expect(after.page).toBe(before.page)
    // The newest turn is read from its beginning.
    const beginning = await log(page)
      .locator('.turn-row.you')
      .last()
      .evaluate(
        (turn) => turn.getBoundingClientRect().top - (turn.closest('.turns') as Element).getBoundingClientRect().top,
      )
    expect(Math.abs(beginning)).toBeLessThan(4)
    const { go } = hold()
    await send(page, OUTRIGHT)
    await page.getByRole('button', { name: 'Stop looking' }).waitFor()
    await conversation.evaluate((element) => {
      element.scrollTop = 10
    })
    const reading = await tops()
    await go()
    await log(page).getByText(SENTENCE).waitFor()
    expect(await tops()).toEqual(reading)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
    expect(await axeInBothSchemes(page)).toEqual([])
    expect(problems).toEqual([])
  },
)

test.for([true, false])('a text for a person is prepared, to be changed and copied (script: %s)', async (script) => {
  await using watched = await watchedPage(product.browser, product.server.url, {
    ...PHONE,
    javaScriptEnabled: script,
    permissions: ['clipboard-read', 'clipboard-write'],
  })
  const { page, problems } = watched
  await page.goto('/companion')
  const say = async (words: string) => {
    await box(page).fill(words)
    await page.getByRole('button', { name: 'Send', exact: true }).press('Enter')
  }
  await say('next question')
  await log(page).getByText('From chapter').waitFor()
  await say('stop')
  await log(page).getByText('Stopped.').waitFor()
  await say('What will the weather be like in Leeds tomorrow?')
  await page.getByRole('button', { name: 'Write to a person' }).press('Enter')
  const text = log(page).getByRole('textbox', { name: 'To your trainer, your assessor or your manager' })
  await text.waitFor()
  expect(await text.inputValue()).toContain('“What will the weather be like in Leeds tomorrow?”')
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360)
  const copy = page.getByRole('button', { name: /^Copy the text: To your trainer/ })
  if (script) {
    await text.press('End')
    await text.pressSequentially(' Ada')
    await copy.press('Enter')
    await page.getByText('Copied.').waitFor()
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(await text.inputValue())
    expect(await axeInBothSchemes(page)).toEqual([])
  } else expect(await copy.count()).toBe(0)
  expect(problems).toEqual([])
})
