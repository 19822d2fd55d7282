import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { SYSTEM, VISITOR } from '#core/actor.ts'
import { type Core, openCore } from '#core/app.ts'
import type { Config } from '#core/config.ts'
import type { AppError } from '#core/errors.ts'
import { hashSecret } from '#core/id.ts'
import { forEachDatabase } from '#tests/support/databases.ts'
import { openMailbox } from '#tests/support/mailbox.ts'
import { movableClock } from '#tests/support/movable-clock.ts'
import { content, newLearner } from '#tests/support/open.ts'

const mailbox = await openMailbox()
const failed = (promise: Promise<unknown>): Promise<AppError> =>
  promise.then(
    () => Promise.reject(new Error('This should have been refused.')),
    (error) => error,
  )
const wrong = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, '0')

/** Every row of every table as text, so that a test can say what is nowhere. */
async function everythingIn(config: Config): Promise<string> {
  if (config.databaseUrl === null) {
    const db = new DatabaseSync(join(config.dataDir, 'standpoint.db'), { readOnly: true })
    const tables = db.prepare("select name from sqlite_master where type = 'table'").all() as { name: string }[]
    const rows = tables.map(({ name }) => [name, db.prepare(`select * from "${name}"`).all()])
    db.close()
    return JSON.stringify(rows)
  }
  const client = new pg.Client(config.databaseUrl)
  await client.connect()
  const tables = await client.query("select table_name from information_schema.tables where table_schema = 'public'")
  const rows = []
  for (const { table_name } of tables.rows)
    rows.push([table_name, (await client.query(`select * from "${table_name}"`)).rows])
  await client.end()
  return JSON.stringify(rows)
}

async function signedIn(core: Core, email: string) {
  const { actor, secret } = await newLearner(core)
  await core.askForCode(actor, { email })
  const done = await core.signIn(actor, { email, code: mailbox.codeFor(email.toLowerCase()), secret })
  return { actor: await core.whoIsThis(VISITOR, { secret: done.secret }), before: { actor, secret }, ...done }
}

forEachDatabase((_, fresh) => {
  const clock = movableClock()
  let config: Config
  let core: Core
  beforeAll(async () => {
    config = await fresh({ STANDPOINT_SMTP_URL: mailbox.url, STANDPOINT_TEST_CLOCK: clock.file })
    core = await openCore(config, { log: () => {}, content })
  })
  afterAll(() => core.close())

  test('a code from the letter keeps the notebook under the address, in any spelling of it', async () => {
    const { actor, before } = await signedIn(core, 'Ann@Example.org')
    expect(actor).toEqual(before.actor)
    expect(await core.myAccount(actor, {})).toMatchObject({
      addresses: ['ann@example.org'],
      accounts: [],
      browsers: [{ shared: false }],
    })
  })

  test('the browser’s secret changes at the sign-in, and the one before is worth nothing', async () => {
    const { secret, before } = await signedIn(core, 'rotate@example.org')
    expect(secret).not.toBe(before.secret)
    expect(await core.whoIsThis(VISITOR, { secret: before.secret })).toEqual(VISITOR)
  })

  test('two browsers that prove one new address at the same moment are both signed in', async () => {
    const [one, two] = [await newLearner(core), await newLearner(core)]
    const email = 'at-once@example.org'
    const codes: string[] = []
    for (const { actor } of [one, two]) {
      await core.askForCode(actor, { email })
      codes.push(mailbox.codeFor(email))
    }
    const both = await Promise.all(
      [one, two].map(({ actor, secret }, i) => core.signIn(actor, { email, code: codes[i] as string, secret })),
    )
    const actors = await Promise.all(both.map(({ secret }) => core.whoIsThis(VISITOR, { secret })))
    expect(actors[0]).toEqual(actors[1])
  })

  test('what codes leave behind goes by itself: addresses after a day, and what an erasure met', async () => {
    const { actor } = await newLearner(core)
    const email = 'left-over@example.org'
    await core.askForCode(actor, { email })
    clock.forward({ hours: 25 })
    await core.eraseUnused(SYSTEM, {})
    const left = await everythingIn(config)
    expect(left).not.toContain(email)
    expect(left).not.toContain(hashSecret(email))
  })

  test('three wrong codes use a code up: the right one comes too late, and a new one works', async () => {
    const { actor, secret } = await newLearner(core)
    const email = 'guess@example.org'
    await core.askForCode(actor, { email })
    const code = mailbox.codeFor(email)
    const left = []
    for (let i = 0; i < 3; i++)
      left.push((await failed(core.signIn(actor, { email, code: wrong(code), secret }))).detail)
    expect(left).toEqual([{ triesLeft: 2 }, { triesLeft: 1 }, { triesLeft: 0 }])
    const late = await failed(core.signIn(actor, { email, code, secret }))
    expect(late).toMatchObject({ kind: 'invalid', fields: { code: expect.stringContaining('ask for a new one') } })
    await core.askForCode(actor, { email })
    expect(await core.signIn(actor, { email, code: mailbox.codeFor(email), secret })).toMatchObject({ joined: false })
  })

  test('guesses at the same moment buy no more tries', async () => {
    const { actor, secret } = await newLearner(core)
    const email = 'flood@example.org'
    await core.askForCode(actor, { email })
    const code = mailbox.codeFor(email)
    await Promise.all(
      Array.from({ length: 30 }, () => failed(core.signIn(actor, { email, code: wrong(code), secret }))),
    )
    // However few of the thirty were looked at, three more are one too many.
    for (let i = 0; i < 3; i++) await failed(core.signIn(actor, { email, code: wrong(code), secret }))
    expect((await failed(core.signIn(actor, { email, code, secret }))).detail).toEqual({ triesLeft: 0 })
  })

  test('a code works once, also when it is typed twice at the same moment', async () => {
    const { actor, secret } = await newLearner(core)
    const email = 'twice@example.org'
    await core.askForCode(actor, { email })
    const input = { email, code: mailbox.codeFor(email), secret }
    const results = await Promise.allSettled([core.signIn(actor, input), core.signIn(actor, input)])
    expect(results.map((r) => r.status).sort()).toEqual(['fulfilled', 'rejected'])
    expect((await core.myAccount(actor, {})).browsers).toHaveLength(1)
  })

  test('a code works for ten minutes on the product’s clock', async () => {
    const { actor, secret } = await newLearner(core)
    const email = 'late@example.org'
    await core.askForCode(actor, { email })
    clock.forward({ minutes: 11 })
    expect((await failed(core.signIn(actor, { email, code: mailbox.codeFor(email), secret }))).kind).toBe('invalid')
    await core.askForCode(actor, { email })
    clock.forward({ minutes: 9 })
    expect(await core.signIn(actor, { email, code: mailbox.codeFor(email), secret })).toMatchObject({ joined: false })
  })

  test('only the newest code works', async () => {
    const { actor, secret } = await newLearner(core)
    const email = 'newest@example.org'
    const codes = new Set<string>()
    while (codes.size < 2) {
      await core.askForCode(actor, { email })
      codes.add(mailbox.codeFor(email))
    }
    const [first, second] = [...codes] as [string, string]
    expect((await failed(core.signIn(actor, { email, code: first, secret }))).detail).toEqual({ triesLeft: 2 })
    expect(await core.signIn(actor, { email, code: second, secret })).toMatchObject({ joined: false })
  })

  test('a code typed in another browser lets nobody in and costs no try', async () => {
    const [mine, theirs] = [await newLearner(core), await newLearner(core)]
    const email = 'bound@example.org'
    await core.askForCode(mine.actor, { email })
    const code = mailbox.codeFor(email)
    for (const typed of [code, wrong(code), wrong(code), wrong(code)])
      expect((await failed(core.signIn(theirs.actor, { email, code: typed, secret: theirs.secret }))).kind).toBe(
        'invalid',
      )
    expect(await core.signIn(mine.actor, { email, code, secret: mine.secret })).toMatchObject({ joined: false })
  })

  test('somebody who asks for a code to my address isn’t let in when I type it', async () => {
    const [me, thief] = [await newLearner(core), await newLearner(core)]
    const email = 'victim@example.org'
    await core.askForCode(me.actor, { email })
    await core.askForCode(thief.actor, { email })
    await failed(core.signIn(me.actor, { email, code: mailbox.codeFor(email), secret: me.secret }))
    expect((await core.myAccount(thief.actor, {})).addresses).toEqual([])
  })

  test('whoever else asks for codes to my address doesn’t put mine out, and costs me no try', async () => {
    const [me, other] = [await newLearner(core), await newLearner(core)]
    const email = 'mine-waits@example.org'
    await core.askForCode(me.actor, { email })
    const code = mailbox.codeFor(email)
    await core.askForCode(other.actor, { email })
    for (let i = 0; i < 4; i++)
      await failed(core.signIn(other.actor, { email, code: wrong(mailbox.codeFor(email)), secret: other.secret }))
    expect(await core.waitingCode(me.actor, {})).toEqual({ email })
    expect(await core.signIn(me.actor, { email, code, secret: me.secret })).toMatchObject({ joined: false })
  })

  test('two notebooks are said to be one only where there was something in the one that lay open', async () => {
    const { before } = await signedIn(core, 'said@example.org')
    await core.saveAnswer(before.actor, { question: 'community.belong', value: { story: 'Mine.' }, channel: 'web' })
    expect(await signedIn(core, 'said@example.org')).toMatchObject({ joined: true, withAnswers: false })
    const { actor, secret } = await newLearner(core)
    await core.saveAnswer(actor, { question: 'community.belong', value: { story: 'Mine too.' }, channel: 'web' })
    await core.askForCode(actor, { email: 'said@example.org' })
    const code = mailbox.codeFor('said@example.org')
    expect((await core.signIn(actor, { email: 'said@example.org', code, secret })).withAnswers).toBe(true)
  })

  test('a code that a keyboard wrote with full-width digits, or in two groups, is taken', async () => {
    const { actor, secret } = await newLearner(core)
    const email = 'full-width@example.org'
    await core.askForCode(actor, { email })
    const code = mailbox.codeFor(email).replace(/\d/g, (digit) => String.fromCharCode(0xff10 + Number(digit)))
    const typed = `${code.slice(0, 3)} ${code.slice(3)}`
    expect(await core.signIn(actor, { email, code: typed, secret })).toMatchObject({ joined: false })
  })

  test('five codes a minute and thirty a day go to an address, also when asked for at the same moment', async () => {
    const email = 'limit@example.org'
    const ask = async () => core.askForCode((await newLearner(core)).actor, { email })
    const letters = () => mailbox.letters.filter(({ to }) => to.includes(email)).length
    const start = letters()
    const replies = await Promise.allSettled(Array.from({ length: 8 }, ask))
    expect(replies.filter((r) => r.status === 'fulfilled')).toHaveLength(5)
    expect(replies.find((r) => r.status === 'rejected')?.reason).toMatchObject({ kind: 'too-many' })
    for (let minute = 0; minute < 5; minute++) {
      clock.forward({ seconds: 61 })
      for (let i = 0; i < 5; i++) await ask()
    }
    clock.forward({ seconds: 61 })
    const refused = await failed(ask())
    expect(refused).toMatchObject({ kind: 'too-many', message: expect.stringContaining('tomorrow') })
    expect(letters() - start).toBe(30)
    clock.forward({ seconds: Math.ceil((refused.wait ?? 0) / 1000) })
    expect(await ask()).toEqual({ digits: 6, minutes: 10, printed: false })
  })

  test('the reply is the same for an address that is known and one that isn’t', async () => {
    await signedIn(core, 'known@example.org')
    const { actor } = await newLearner(core)
    const replies = [
      await core.askForCode(actor, { email: 'known@example.org' }),
      await core.askForCode(actor, { email: 'nobody-yet@example.org' }),
    ]
    expect(replies[0]).toEqual(replies[1])
    const texts = ['known@example.org', 'nobody-yet@example.org'].map((a) =>
      mailbox.letters.findLast(({ to }) => to.includes(a))?.text.replace(/\d{6}/, ''),
    )
    expect(texts[0]).toBe(texts[1])
  })

  test('neither the code nor better-auth’s session, an IP address or a browser’s name is in the database', async () => {
    const { actor, secret } = await newLearner(core)
    const email = 'stored@example.org'
    await core.askForCode(actor, { email })
    const code = mailbox.codeFor(email)
    expect(await everythingIn(config)).not.toMatch(new RegExp(`[."]${code}[:"]`))
    const done = await core.signIn(actor, { email, code, secret })
    const after = await everythingIn(config)
    expect(after).toContain('["account_session",[]]')
    expect(after).not.toContain('sign-in-otp-stored@example.org')
    expect(after).not.toContain(done.secret)
    expect(after).not.toMatch(/ip_?address|user_?agent/i)
  })

  test('erasing leaves no address, no account, no code and no link to the request', async () => {
    const { actor, secret } = await signedIn(core, 'erased@example.org')
    await core.askForCode(actor, { email: 'second-thoughts@example.org' })
    await core.askForCode((await newLearner(core)).actor, { email: 'erased@example.org' })
    const learnerId = 'learnerId' in actor ? actor.learnerId : ''
    expect(await everythingIn(config)).toContain('erased@example.org')
    await core.eraseMe(actor, { sure: 'delete everything' })
    const after = await everythingIn(config)
    expect(after).not.toContain('erased@example.org')
    expect(after).not.toContain('second-thoughts')
    expect(after).not.toContain(learnerId)
    expect(await core.whoIsThis(VISITOR, { secret })).toEqual(VISITOR)
  })

  test('signing out forgets this browser, or all of them, and not before one can come back', async () => {
    const { actor, secret } = await newLearner(core)
    expect(await failed(core.signOut(actor, { secret }))).toMatchObject({ kind: 'invalid' })
    expect(await core.whoIsThis(VISITOR, { secret })).toEqual(actor)
    const email = 'out@example.org'
    const browsers = [await signedIn(core, email), await signedIn(core, email), await signedIn(core, email)]
    const [one, two, three] = browsers as [(typeof browsers)[0], (typeof browsers)[0], (typeof browsers)[0]]
    const actors = () => Promise.all(browsers.map((b) => core.whoIsThis(VISITOR, { secret: b.secret })))
    await core.signOut(one.actor, { secret: one.secret })
    expect((await actors()).map((a) => a.kind)).toEqual(['visitor', 'learner', 'learner'])
    await core.signOut(two.actor, { secret: two.secret, everywhere: true })
    expect((await actors()).map((a) => a.kind)).toEqual(['visitor', 'visitor', 'visitor'])
    expect(await core.signOut(VISITOR, { secret: three.secret })).toBeUndefined()
  })
})
