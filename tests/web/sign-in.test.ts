import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Actor, VISITOR } from '#core/actor.ts'
import { type Core, openCore } from '#core/app.ts'
import { readConfig } from '#core/config.ts'
import type { Receipt } from '#core/privacy/erase-me.ts'
import { temporaryFolder } from '#tests/support/databases.ts'
import { openMailbox } from '#tests/support/mailbox.ts'
import { newLearner } from '#tests/support/open.ts'
import { signInRoutes } from '../../src/web/api/sign-in.ts'
import { toProblem } from '../../src/web/problem.ts'
import type { ApiRequest, Reply } from '../../src/web/route.ts'

const mailbox = await openMailbox()
const folder = temporaryFolder()
let core: Core
beforeAll(async () => {
  const paths = { STANDPOINT_DATA_DIR: `${folder}/data`, STANDPOINT_SECRET_FILE: `${folder}/data.key` }
  core = await openCore(readConfig({ ...paths, STANDPOINT_SMTP_URL: mailbox.url }), { log: () => {} })
})
afterAll(() => core.close())

interface Browser {
  actor: Actor
  secret: string
}

/** What the route answers to a form without script. */
async function post({ actor, secret }: Browser, path: string, fields: Record<string, string>): Promise<Reply> {
  const route = signInRoutes.find((r) => r.path === path)
  if (!route) throw new Error(`There is no route ${path}.`)
  const request = {
    core,
    actor,
    form: new URLSearchParams(fields),
    body: null,
    wantsJson: false,
    deviceSecret: secret,
  } as unknown as ApiRequest
  return route.handle(request).catch((error) => {
    if (!route.trouble) throw error
    return route.trouble(
      request,
      error,
      toProblem(error, () => {}),
    )
  })
}

test('a form for a code shows the page to type it on, and the code then changes the cookie', async () => {
  const browser = await newLearner(core)
  const email = 'form@example.org'
  const asked = await post(browser, '/api/sign-in/code', { email })
  expect(asked).toMatchObject({ page: { path: '/sign-in', locals: { step: 'code', printed: false } } })
  const done = await post(browser, '/api/sign-in', { email, code: mailbox.codeFor(email) })
  expect(done.redirect).toBe('/account?now=kept')
  expect(done.device?.secret).toMatch(/^[\w-]{43}$/)
  expect(done.device?.secret).not.toBe(browser.secret)
})

test('what can’t be taken comes back with what was typed, and says what to do', async () => {
  const browser = await newLearner(core)
  const address = await post(browser, '/api/sign-in/code', { email: 'no address' })
  expect(address).toMatchObject({
    status: 422,
    page: {
      path: '/sign-in',
      locals: { sent: { values: { email: ['no address'] }, problems: { email: expect.any(String) } } },
    },
  })
  const code = await post(browser, '/api/sign-in', { email: 'form@example.org', code: '12 34' })
  expect(code).toMatchObject({
    status: 422,
    page: {
      path: '/sign-in',
      locals: { sent: { values: { code: ['12 34'] }, problems: { code: 'The code has 6 digits.' } } },
    },
  })
  expect(code.device).toBeUndefined()
})

test('signing out forgets the cookie; deleting everything does too, and only with the words', async () => {
  const email = 'leave@example.org'
  const browser = await newLearner(core)
  await post(browser, '/api/sign-in/code', { email })
  const { device } = await post(browser, '/api/sign-in', { email, code: mailbox.codeFor(email) })
  const signedIn = { actor: browser.actor, secret: device?.secret as string }
  const unsure = await post(signedIn, '/api/erase', { sure: 'yes' })
  expect(unsure).toMatchObject({ status: 422, page: { path: '/account' } })
  const out = await post(signedIn, '/api/sign-out', {})
  expect(out).toMatchObject({ device: null, redirect: '/' })
  expect(await core.whoIsThis(VISITOR, { secret: signedIn.secret })).toEqual(VISITOR)
  const erased = await post(signedIn, '/api/erase', { sure: ' Delete everything ' })
  expect(erased).toMatchObject({
    device: null,
    page: { path: '/deleted', locals: { receipt: { erasedAt: expect.any(Number) } } },
  })
  const receipt = erased.page?.locals.receipt as Receipt
  expect(receipt.completeBy - receipt.erasedAt).toBe(24 * 60 * 60 * 1000)
  // As does whoever loads the receipt again.
  await expect(post({ actor: VISITOR, secret: '' }, '/api/erase', { sure: 'delete everything' })).rejects.toThrow(
    'If you deleted yours a moment ago, that is done.',
  )
})
