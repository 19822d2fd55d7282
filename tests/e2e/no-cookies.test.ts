import { request as ask, createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import { axeInBothSchemes } from '#tests/support/axe.ts'
import { runProduct } from './product.ts'
import { watchedPage } from './watched-page.ts'

const product = runProduct()
const QUESTION = '[id="community.belong"]'

/** The product as a browser sees it whose cookies come back to nobody, until they are `allowed`. */
async function withoutCookies() {
  const line = { allowed: false, saves: 0 }
  const server = createServer((from, to) => {
    const { cookie, ...headers } = from.headers
    if (from.url?.startsWith('/api/answers')) line.saves++
    const sent = ask(new URL(from.url ?? '/', product.server.url), {
      method: from.method,
      headers: { ...headers, ...(line.allowed && cookie && { cookie }) },
    })
    sent.on('response', (reply) => reply.pipe(to.writeHead(reply.statusCode ?? 500, reply.headers)))
    from.pipe(sent)
  })
  await new Promise<void>((done) => server.listen(0, 'localhost', done))
  return Object.assign(line, {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      server.close()
    },
  })
}

test('where the browser blocks cookies, nothing is called saved; allowed, the same words are', async () => {
  await using line = await withoutCookies()
  await using watched = await watchedPage(product.browser, line.url)
  const { page } = watched
  await page.goto('/chapters/community')
  const sheet = page.locator(QUESTION)
  await sheet.locator('textarea').fill('Nobody could open these again.')
  await sheet.getByText(/^Not saved yet\./).waitFor()
  await sheet.getByText('This browser blocks cookies here').waitFor()
  expect(await sheet.locator('textarea').inputValue()).toBe('Nobody could open these again.')
  expect(await axeInBothSchemes(page)).toEqual([])
  line.allowed = true
  await sheet.getByRole('button', { name: 'Save', exact: true }).click()
  await sheet.getByText(/^Saved,/).waitFor()
  await page.goto('/notebook')
  await page.getByText('Nobody could open these again.').waitFor()
  expect(watched.problems).toEqual([])
})

test('without script either: the words come back in their box, and it is said why', async () => {
  await using line = await withoutCookies()
  await using watched = await watchedPage(product.browser, line.url, { javaScriptEnabled: false })
  const { page } = watched
  await page.goto('/chapters/community')
  await page.locator(`${QUESTION} textarea`).fill('Typed without script.')
  await page.locator(QUESTION).getByRole('button', { name: 'Save', exact: true }).click()
  await page.getByRole('heading', { name: 'Your answer is not saved yet' }).waitFor()
  expect(await page.locator('main').innerText()).toContain('This browser blocks cookies here')
  expect(await page.locator('textarea').first().inputValue()).toBe('Typed without script.')
  line.allowed = true
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await page.goto('/notebook')
  await page.getByText('Typed without script.').waitFor()
})

test('somebody who wants to sign in is told so too', async () => {
  await using line = await withoutCookies()
  await using watched = await watchedPage(product.browser, line.url, { javaScriptEnabled: false })
  const { page } = watched
  await page.goto('/sign-in')
  await page.getByLabel('Your e-mail address').fill('blocked@example.org')
  await page.getByRole('button', { name: 'Send me a code' }).click()
  await page.getByText('This browser blocks cookies here').waitFor()
  expect(await page.getByLabel('Your e-mail address').inputValue()).toBe('blocked@example.org')
})
