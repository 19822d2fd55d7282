import ICAL from 'ical.js'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { axeInBothSchemes } from '#tests/support/axe.ts'
import { openMailbox } from '#tests/support/mailbox.ts'
import { movableClock } from '#tests/support/movable-clock.ts'
import { expectOk, newClient } from './people.ts'
import { runProduct } from './product.ts'
import { watchedPage } from './watched-page.ts'

const mailbox = await openMailbox()
const clock = movableClock(Date.parse('2026-03-02T09:00:00Z'))
const product = runProduct(() => ({ STANDPOINT_SMTP_URL: mailbox.url, STANDPOINT_TEST_CLOCK: clock.file }))

/** Small, and without scripts: everything works as forms. */
const SMALL = { viewport: { width: 360, height: 800 }, javaScriptEnabled: false }

/** Where scripts are off no timer ever rings. Axe sets some, only to let others run in between; there are no others. */
const ringAtOnce = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const soon = (run: () => void) => Promise.resolve().then(run)
    Object.assign(window, { setTimeout: soon, requestAnimationFrame: soon })
  })

async function mustBeFine(page: Page): Promise<void> {
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
  await ringAtOnce(page)
  expect(await axeInBothSchemes(page)).toEqual([])
}

test('at 360 px without script: e-mail is chosen, a calendar made, and the link in the e-mail stops them unsigned', {
  timeout: 120_000,
}, async () => {
  const { server, browser } = product
  const learner = newClient(server)
  await expectOk(await learner.save('community.belong', { story: 'Somebody kept me a chair.' }, 0))
  await using own = await watchedPage(browser, server.url, SMALL)
  const { page } = own
  const known = async () => {
    const [name, value] = learner.cookie.split('=') as [string, string]
    await page.context().addCookies([{ name, value, url: server.url, httpOnly: true }])
  }
  await known()
  await page.goto('/prompts')
  expect(await page.getByLabel('By e-mail to').count()).toBe(0)
  await page.getByRole('link', { name: 'keep your notebook safe with your address' }).waitFor()
  await expectOk(await learner.post('/api/sign-in/code', { email: 'ada@example.org' }))
  const code = mailbox.codeFor('ada@example.org')
  await expectOk(await learner.post('/api/sign-in', { email: 'ada@example.org', code }))
  await known()
  await page.goto('/prompts')
  await page.getByLabel('Yes, now and then').check()
  await page.getByLabel('By e-mail to ada@example.org').check()
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByText('Your prompts come by e-mail.').waitFor()
  expect(await page.getByLabel('By e-mail to ada@example.org').isChecked()).toBe(true)
  await page.getByRole('button', { name: 'Make a calendar address' }).click()
  const address = await page.getByLabel('Your calendar address').inputValue()
  await mustBeFine(page)
  const feed = new ICAL.Component(ICAL.parse(await (await fetch(address)).text()))
  expect(feed.getAllSubcomponents('vevent').map((event) => new ICAL.Event(event).startDate.toString())).toEqual(
    expect.arrayContaining(['2026-03-03T10:00:00Z', '2026-03-10T10:00:00Z', '2026-03-31T09:00:00Z']),
  )
  clock.forward({ hours: 25, minutes: 1 })
  await server.close()
  // The tick that runs as soon as it is up sends what is due.
  await server.start()
  await expect.poll(() => mailbox.letters.at(-1)?.subject, { timeout: 20_000 }).toBe('A question from Standpoint')
  const stop = /^Stop these e-mails: (\S+)$/m.exec(mailbox.letters.at(-1)?.text ?? '')?.[1] as string
  await using stranger = await watchedPage(browser, server.url, SMALL)
  await stranger.page.goto(stop)
  await mustBeFine(stranger.page)
  await page.goto('/prompts')
  await page.getByText('Prompts are on.').waitFor()
  await stranger.page.getByRole('button', { name: 'Stop these e-mails' }).click()
  await stranger.page.getByRole('heading', { name: 'Stopped' }).waitFor()
  await mustBeFine(stranger.page)
  await page.goto('/prompts')
  await page.getByText('Prompts are off.').waitFor()
  // A mail program presses for its reader: no cookie, another site, and the answer is no redirect.
  const pressed = await fetch(stop, {
    method: 'POST',
    redirect: 'manual',
    headers: { 'content-type': 'application/x-www-form-urlencoded', origin: 'https://mail.example' },
    body: 'List-Unsubscribe=One-Click',
  })
  expect([pressed.status, pressed.headers.getSetCookie()]).toEqual([200, []])
  const secrets = [new URL(address).pathname.slice(10, -4), stop.split('/').at(-1) as string]
  for (const secret of secrets) expect(server.output()).not.toContain(secret)
  expect([...own.problems, ...stranger.problems]).toEqual([])
})
