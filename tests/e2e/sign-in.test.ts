import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { axeInBothSchemes } from '#tests/support/axe.ts'
import { codeFor } from './people.ts'
import { runProduct } from './product.ts'
import { watchedPage } from './watched-page.ts'

const product = runProduct()

const main = (page: Page) => page.locator('main').innerText()
const send = async (page: Page, field: string, value: string) => {
  await page.locator(`input[name="${field}"]`).fill(value)
  await Promise.all([page.waitForEvent('load'), page.locator(`input[name="${field}"]`).press('Enter')])
}
const cookie = async (page: Page) =>
  (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join()

test('keeping a notebook safe: each state of the pages says what to do, and axe finds nothing in any of them', async () => {
  await using watched = await watchedPage(product.browser, product.server.url)
  const { page, problems } = watched
  const look = async (words: string | RegExp) => {
    expect(await main(page)).toMatch(words)
    expect(await axeInBothSchemes(page)).toEqual([])
  }
  await page.goto('/account')
  await look('There is no notebook in this browser yet.')
  await page.goto('/sign-in')
  await look('Your e-mail address')
  await send(page, 'email', 'kim@example')
  await look('Please write an e-mail address')
  expect(await page.locator('input[name="email"]').inputValue()).toBe('kim@example')
  await send(page, 'email', 'kim@example.org')
  await look('This copy of Standpoint has no mail server.')
  const code = await codeFor(product.server, 'kim@example.org')
  const wrong = code === '000000' ? '000001' : '000000'
  await send(page, 'code', wrong)
  await look('2 tries are left')
  expect(await page.locator('input[name="code"]').inputValue()).toBe(wrong)
  const before = await cookie(page)
  await send(page, 'code', ` ${code.slice(0, 3)} ${code.slice(3)} `)
  await look('Your notebook is kept safe.')
  expect(await cookie(page)).not.toBe(before)

  await page.goto('/sign-in')
  await send(page, 'email', 'kim@work.example')
  await send(page, 'code', await codeFor(product.server, 'kim@work.example'))
  await look(/If that isn’t yours, sign out first/)
  await page.locator('input[name="together"]').check()
  await send(page, 'code', await codeFor(product.server, 'kim@work.example'))
  await look('kim@example.org and kim@work.example')

  await send(page, 'sure', 'yes')
  await look('Type the words “delete everything” to go on.')
  await send(page, 'sure', 'delete everything')
  await look('Everything is deleted')
  expect(await cookie(page)).toBe('')
  expect(problems).toEqual([])
})

test('an answer written before signing in is there in another browser afterwards, without script', async () => {
  const email = 'lee@example.org'
  const open = (javaScriptEnabled: boolean) => watchedPage(product.browser, product.server.url, { javaScriptEnabled })
  const signIn = async (page: Page) => {
    await page.goto('/sign-in')
    await send(page, 'email', email)
    await send(page, 'code', await codeFor(product.server, email))
  }
  await using phone = await open(false)
  await phone.page.goto('/chapters/community')
  const question = phone.page.locator('[id="community.belong"]')
  await question.locator('textarea').fill('They kept me a chair.')
  await Promise.all([
    phone.page.waitForEvent('load'),
    question.getByRole('button', { name: 'Save', exact: true }).click(),
  ])
  await signIn(phone.page)
  await using laptop = await open(false)
  await signIn(laptop.page)
  await laptop.page.goto('/notebook')
  expect(await main(laptop.page)).toContain('They kept me a chair.')
  await laptop.page.goto('/account')
  await laptop.page.getByRole('button', { name: 'Sign out everywhere' }).click()
  await phone.page.goto('/notebook')
  expect(await main(phone.page)).not.toContain('They kept me a chair.')
})
