import { afterAll, beforeAll, expect, test } from 'vitest'
import { BrowserClient } from '#tests/support/browser-client.ts'
import { openMailbox } from '#tests/support/mailbox.ts'
import { startServer, type TestServer } from '#tests/support/server.ts'

const mailbox = await openMailbox()
let server: TestServer
beforeAll(async () => {
  server = await startServer({ STANDPOINT_SMTP_URL: mailbox.url })
})
afterAll(() => server[Symbol.asyncDispose]())

const browser = () => new BrowserClient(() => server.url)
const askForCode = (at: BrowserClient, email: string) => at.post('/api/sign-in/code', { email })
const signIn = (at: BrowserClient, email: string, code = mailbox.codeFor(email), shared?: 'yes') =>
  at.post('/api/sign-in', { email, code, shared })
async function keptSafe(email: string): Promise<BrowserClient> {
  const at = browser()
  await askForCode(at, email)
  await signIn(at, email)
  return at
}
const notebook = async (at: BrowserClient) => (await at.get('/notebook')).text()

test('thirty people in one room, behind one address, all start at once', async () => {
  const room = Array.from({ length: 30 }, browser)
  const saved = await Promise.all(room.map((at, i) => at.save('community.belong', { story: `Chair ${i}.` }, 0)))
  expect(saved.map((reply) => reply.status)).toEqual(Array(30).fill(200))
  const kept = await Promise.all(room.map(notebook))
  expect(kept.filter((page, i) => page.includes(`Chair ${i}.`))).toHaveLength(30)
})

test('the cookie changes at each step that gives more, and an older one opens nothing', async () => {
  const at = browser()
  await at.save('community.belong', { story: 'A chair kept for me.' }, 0)
  const cookies = [at.cookie]
  for (const email of ['first@steps.example', 'second@steps.example']) {
    await askForCode(at, email)
    await at.post('/api/sign-in', { email, code: mailbox.codeFor(email), together: true })
    cookies.push(at.cookie)
  }
  expect(new Set(cookies).size).toBe(3)
  for (const old of cookies.slice(0, -1)) {
    const thief = browser()
    thief.cookie = old
    expect(await notebook(thief)).not.toContain('A chair kept for me.')
  }
  expect(await notebook(at)).toContain('A chair kept for me.')
})

test('a cookie that somebody planted beforehand isn’t the one that sign-in leaves', async () => {
  const attacker = browser()
  await attacker.save('community.belong', { story: 'Planted.' }, 0)
  const victim = browser()
  victim.cookie = attacker.cookie
  await askForCode(victim, 'victim@fixation.example')
  await signIn(victim, 'victim@fixation.example')
  expect((await victim.save('community.belong', { story: 'Mine alone.' }, 1)).status).toBe(200)
  expect(await notebook(attacker)).not.toContain('Mine alone.')
})

test('signing out everywhere ends every browser at once', async () => {
  const all = [await keptSafe('all@out.example'), await keptSafe('all@out.example'), await keptSafe('all@out.example')]
  const [one] = all as [BrowserClient]
  await one.save('community.belong', { story: 'Open in three.' }, 0)
  const cookies = all.map(({ cookie }) => cookie)
  await one.post('/api/sign-out', { everywhere: true })
  for (const cookie of cookies) {
    const at = browser()
    at.cookie = cookie
    expect(await notebook(at)).not.toContain('Open in three.')
  }
})

test('one browser can be signed out from another, by a form', async () => {
  const [laptop, phone] = [await keptSafe('one@out.example'), await keptSafe('one@out.example')]
  const account = await (await laptop.get('/account')).text()
  const name = /name="browser" value="([^"]+)"/.exec(account)?.[1] as string
  const reply = await laptop.post('/api/sign-out', new URLSearchParams({ browser: name }))
  expect(reply.headers.get('location')).toBe('/account?now=other-out')
  expect(await (await phone.get('/account')).text()).toContain('There is no notebook in this browser yet.')
  expect(await (await laptop.get('/account')).text()).toContain('one@out.example')
})

test('the link of a letter: a scanner, another browser, twice and late burn nothing and orphan nothing', async () => {
  const email = 'letter@link.example'
  const asked = browser()
  await asked.save('community.belong', { story: 'Before the letter.' }, 0)
  await askForCode(asked, email)
  const path = `/sign-in?code=${mailbox.codeFor(email)}`
  // A scanner of mail opens it, and so does another browser with a notebook of its own.
  const other = browser()
  await other.save('community.belong', { story: 'Another notebook.' }, 0)
  for (const at of [browser(), other]) {
    const page = await (await at.get(path)).text()
    expect(page).toContain('isn’t waiting in this browser')
    expect(page).not.toContain(email)
  }
  const page = await (await asked.get(path)).text()
  expect(page).toContain(`name="email" value="${email}"`)
  expect(page).toContain(`value="${mailbox.codeFor(email)}"`)
  expect((await signIn(asked, email)).status).toBe(200)
  expect(await notebook(asked)).toContain('Before the letter.')
  // Twice, and so too late.
  expect(await (await asked.get(path)).text()).toContain('isn’t waiting in this browser')
  expect((await signIn(asked, email)).status).toBe(422)
  expect(await notebook(asked)).toContain('Before the letter.')
  expect(await notebook(other)).toContain('Another notebook.')
})

test('a shared computer: the cookie ends with the browser, pages tell their scripts, stores are cleared', async () => {
  const at = browser()
  const reply = await at.post('/api/shared-computer', new URLSearchParams({ shared: 'yes' }))
  expect(reply.headers.getSetCookie().at(-1)).not.toMatch(/max-age|expires/i)
  expect(reply.headers.get('clear-site-data')).toBe('"storage"')
  for (const path of ['/chapters/community', '/help', '/notebook'])
    expect(await (await at.get(path)).text()).toMatch(/<html [^>]*data-shared/)
  await askForCode(at, 'library@shared.example')
  const signedIn = await signIn(at, 'library@shared.example')
  expect(signedIn.headers.getSetCookie().at(-1)).not.toMatch(/max-age|expires/i)
  expect(signedIn.headers.get('clear-site-data')).toBe('"storage"')
  const back = await at.post('/api/shared-computer', new URLSearchParams({ shared: 'no' }))
  expect(back.headers.getSetCookie().at(-1)).toMatch(/max-age=34560000/i)
  expect(await (await at.get('/chapters/community')).text()).not.toContain('data-shared')
})
