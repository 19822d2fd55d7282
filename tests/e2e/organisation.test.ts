import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { axeInBothSchemes } from '#tests/support/axe.ts'
import { BrowserClient } from '#tests/support/browser-client.ts'
import { openOrganisation } from '#tests/support/organisation.ts'
import { codeFor } from './people.ts'
import { runProduct } from './product.ts'
import { watchedPage } from './watched-page.ts'

const organisation = await openOrganisation()
const product = runProduct(() => organisation.settings)
beforeAll(() => organisation.letBack(`${product.server.url}/api/organisation/back`))
afterAll(() => organisation.close())

/** Signs in on the organisation's own pages, from the page that offers it. */
async function signIn(page: Page, name: string): Promise<void> {
  await page.getByRole('link', { name: /sign-in of Riverside Council/ }).click()
  await page.locator('input[name="login"]').fill(name)
  await page.locator('input[name="password"]').fill('anything')
  await page.getByRole('button', { name: 'Sign-in' }).click()
  await page.getByRole('button', { name: 'Continue' }).click()
  await page.waitForURL(`${product.server.url}/**`)
}
const main = (page: Page) => page.locator('main').innerText()

test('the organisation’s sign-in keeps a notebook, and opens it in another browser', async () => {
  const open = () => watchedPage(product.browser, product.server.url)
  await using phone = await open()
  await phone.page.goto('/chapters/community')
  const question = phone.page.locator('[id="community.belong"]')
  await question.locator('textarea').fill('Written before I signed in.')
  await question.getByText(/^Saved,/).waitFor()
  await phone.page.goto('/sign-in')
  expect(await axeInBothSchemes(phone.page)).toEqual([])
  await signIn(phone.page, 'kim')
  expect(await main(phone.page)).toContain('The sign-in of Riverside Council opens it.')

  await using laptop = await open()
  await laptop.page.goto('/sign-in')
  await signIn(laptop.page, 'kim')
  await laptop.page.goto('/notebook')
  expect(await main(laptop.page)).toContain('Written before I signed in.')
})

test('a way back that was begun in another browser, or used already, lets nobody in', async () => {
  await using mine = await watchedPage(product.browser, product.server.url)
  await mine.page.goto('/sign-in')
  const back = mine.page.waitForRequest('**/api/organisation/back?*')
  await signIn(mine.page, 'lee')
  const address = new URL((await back).url())
  const thief = new BrowserClient(() => product.server.url)
  await thief.save('community.belong', { story: 'Not Lee’s.' }, 0)
  for (const at of [thief, new BrowserClient(() => product.server.url)]) {
    const reply = await at.get(address.pathname + address.search)
    expect(reply.status).toBeGreaterThanOrEqual(400)
    expect(await (await at.get('/account')).text()).not.toContain('Riverside Council opens it')
  }
  await mine.page.goto(address.href)
  expect(await main(mine.page)).toContain('This browser wasn’t waiting for Riverside Council')
})

test('somebody who says no there is told so, and keeps what they wrote', async () => {
  await using watched = await watchedPage(product.browser, product.server.url)
  await watched.page.goto('/sign-in')
  await watched.page.getByRole('link', { name: /sign-in of Riverside Council/ }).click()
  await watched.page.getByRole('link', { name: /Cancel/ }).click()
  await watched.page.waitForURL(`${product.server.url}/**`)
  expect(await main(watched.page)).toContain('Riverside Council didn’t let you in. Nothing was changed.')
})

test('another site, a letter or a bookmark sends nobody there; our own page does', async () => {
  await using watched = await watchedPage(product.browser, product.server.url)
  const { page } = watched
  const begin = `${product.server.url}/api/organisation`
  await page.goto(begin)
  expect(new URL(page.url()).pathname).toBe('/sign-in')
  await page.goto('data:text/html,<p>Another site</p>')
  await page.setContent(`<a href="${begin}">Win a prize</a>`)
  await page.getByRole('link').click()
  await page.waitForURL('**/sign-in')
  expect(await page.context().cookies()).toEqual([])
  await page.getByRole('link', { name: /sign-in of Riverside Council/ }).click()
  await page.locator('input[name="login"]').waitFor()
})

test('two notebooks that are both kept safe are not put together without being asked', async () => {
  await using kim = await watchedPage(product.browser, product.server.url)
  await kim.page.goto('/sign-in')
  await signIn(kim.page, 'first')
  const lee = new BrowserClient(() => product.server.url)
  const email = 'lee@both.example'
  await lee.post('/api/sign-in/code', { email })
  await lee.post('/api/sign-in', { email, code: await codeFor(product.server, email) })
  await lee.save('community.belong', { story: 'On a shared computer.' }, 0)

  await using shared = await watchedPage(product.browser, product.server.url)
  const [name = '', value = ''] = lee.cookie.split('=')
  await shared.page.context().addCookies([{ name, value, url: product.server.url }])
  await shared.page.goto('/account')
  await signIn(shared.page, 'first')
  expect(await main(shared.page)).toContain('Another notebook is open in this browser, and kept safe already.')
  await kim.page.goto('/notebook')
  expect(await main(kim.page)).not.toContain('On a shared computer.')
})
