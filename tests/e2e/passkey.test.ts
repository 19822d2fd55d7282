import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { axeInBothSchemes } from '#tests/support/axe.ts'
import { BrowserClient } from '#tests/support/browser-client.ts'
import { runProduct } from './product.ts'
import { watchedPage } from './watched-page.ts'

const product = runProduct()

/** A device that makes passkeys and whose owner is always there, and what it knows. */
async function authenticator(page: Page) {
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('WebAuthn.enable')
  const options = { protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true } as const
  const { authenticatorId } = await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: { ...options, isUserVerified: true, automaticPresenceSimulation: true },
  })
  return {
    /** The same keys in another browser, as with a phone that goes along. */
    async carryTo(other: Page): Promise<void> {
      const { credentials } = await devtools.send('WebAuthn.getCredentials', { authenticatorId })
      const there = await other.context().newCDPSession(other)
      await there.send('WebAuthn.enable')
      const { authenticatorId: id } = await there.send('WebAuthn.addVirtualAuthenticator', {
        options: { ...options, isUserVerified: true, automaticPresenceSimulation: true },
      })
      for (const credential of credentials)
        await there.send('WebAuthn.addCredential', { authenticatorId: id, credential })
    },
  }
}

const answer = async (page: Page, words: string) => {
  await page.goto('/chapters/community')
  const question = page.locator('[id="community.belong"]')
  await question.locator('textarea').fill(words)
  await question.getByText(/^Saved,/).waitFor()
}

test('a passkey opens the notebook in another browser, and what was written there comes along', async () => {
  await using phone = await watchedPage(product.browser, product.server.url)
  const device = await authenticator(phone.page)
  await answer(phone.page, 'Written on the phone.')
  await phone.page.goto('/account')
  await phone.page.getByRole('button', { name: 'Make a passkey' }).click()
  await phone.page.getByText('Your passkey is kept.').waitFor()
  expect(await axeInBothSchemes(phone.page)).toEqual([])

  await using laptop = await watchedPage(product.browser, product.server.url)
  await answer(laptop.page, 'Written on the laptop.')
  await laptop.page.goto('/sign-in')
  expect(await axeInBothSchemes(laptop.page)).toEqual([])
  await device.carryTo(laptop.page)
  await laptop.page.getByRole('button', { name: 'Open it with a passkey' }).click()
  await laptop.page.getByText('Your two notebooks are one now.').waitFor()
  await laptop.page.goto('/notebook/versions/community.belong')
  for (const words of ['Written on the phone.', 'Written on the laptop.'])
    expect(await laptop.page.locator('main').textContent()).toContain(words)

  // Signing out loses nothing, as the passkey leads back; once it is forgotten it leads nowhere.
  await laptop.page.goto('/account')
  await laptop.page.getByRole('button', { name: 'Sign out here' }).click()
  await laptop.page.waitForURL(`${product.server.url}/`)
  await laptop.page.goto('/sign-in')
  await laptop.page.getByRole('button', { name: 'Open it with a passkey' }).click()
  await laptop.page.waitForURL('**/notebook')
  await laptop.page.goto('/account')
  await laptop.page.getByRole('button', { name: 'Forget this passkey' }).click()
  await laptop.page.getByRole('button', { name: 'Make a passkey' }).waitFor()
  expect([...phone.problems, ...laptop.problems]).toEqual([])
})

test('a passkey that nobody here knows opens nothing, and the page says what else to do', async () => {
  await using watched = await watchedPage(product.browser, product.server.url)
  await authenticator(watched.page)
  await watched.page.goto('/sign-in')
  await watched.page.getByRole('button', { name: 'Open it with a passkey' }).click()
  await watched.page.getByText('Nothing has changed; you can try again, or use your e-mail address.').waitFor()
})

test('without a connection the page says so, and the passkey works once it is back', async () => {
  await using watched = await watchedPage(product.browser, product.server.url)
  const { page } = watched
  await authenticator(page)
  await answer(page, 'On the train.')
  await page.goto('/account')
  await page.context().setOffline(true)
  await page.getByRole('button', { name: 'Make a passkey' }).click()
  await page.getByText('Standpoint can’t be reached just now. Please try again in a moment.').waitFor()
  await page.context().setOffline(false)
  await page.getByRole('button', { name: 'Make a passkey' }).click()
  await page.getByText('Your passkey is kept.').waitFor()
})

test('an answer to a challenge works once, and only where it was given', async () => {
  await using watched = await watchedPage(product.browser, product.server.url)
  await authenticator(watched.page)
  await answer(watched.page, 'Only mine.')
  await watched.page.goto('/account')
  const made = watched.page.waitForRequest('**/api/passkey')
  await watched.page.getByRole('button', { name: 'Make a passkey' }).click()
  const sent = (await made).postDataJSON() as object
  await watched.page.getByText('Your passkey is kept.').waitFor()

  await watched.page.context().clearCookies()
  await watched.page.goto('/sign-in')
  const opened = watched.page.waitForRequest('**/api/passkey/open')
  await watched.page.getByRole('button', { name: 'Open it with a passkey' }).click()
  const used = (await opened).postDataJSON() as object
  await watched.page.waitForURL('**/notebook')

  const thief = new BrowserClient(() => product.server.url)
  await thief.save('community.belong', { story: 'A thief’s.' }, 0)
  for (const [path, body] of [
    ['/api/passkey/open', used],
    ['/api/passkey', sent],
  ] as const)
    expect((await thief.post(path, body)).status).toBe(422)
  expect(await (await thief.get('/notebook')).text()).not.toContain('Only mine.')
})
