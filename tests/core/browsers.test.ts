import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Actor, VISITOR } from '#core/actor.ts'
import { type Core, openCore } from '#core/app.ts'
import type { Config } from '#core/config.ts'
import { connect } from '#core/db/connect.ts'
import { statement } from '#core/db/db.ts'
import { forEachDatabase } from '#tests/support/databases.ts'
import { openMailbox } from '#tests/support/mailbox.ts'
import { movableClock } from '#tests/support/movable-clock.ts'
import { content, newLearner } from '#tests/support/open.ts'

const mailbox = await openMailbox()
const PASSKEY = { id: 'a-key', public_key: 'AAAA', uses: 0, made_at: 0 }
const idOf = (actor: Actor) => (actor as { learnerId: string }).learnerId

forEachDatabase((_, fresh) => {
  const clock = movableClock()
  let config: Config
  let core: Core
  beforeAll(async () => {
    const settings = { STANDPOINT_SMTP_URL: mailbox.url, STANDPOINT_TEST_CLOCK: clock.file }
    config = await fresh(settings)
    core = await openCore(config, { log: () => {}, content })
  })
  afterAll(() => core.close())

  async function signedIn(email: string, shared = false) {
    const { actor, secret: before } = await newLearner(core)
    await core.askForCode(actor, { email })
    const { secret } = await core.signIn(actor, { email, code: mailbox.codeFor(email), secret: before, shared })
    return { secret, actor: await core.whoIsThis(VISITOR, { secret }) }
  }

  test('a learner sees where the notebook is open, this browser first, and signs out in another', async () => {
    const phone = await signedIn('browsers@example.org')
    clock.forward({ hours: 72 })
    const library = await signedIn('browsers@example.org', true)
    const { browsers } = await core.myAccount(phone.actor, { secret: phone.secret })
    expect(browsers.map(({ here, shared }) => ({ here, shared }))).toEqual([
      { here: true, shared: false },
      { here: false, shared: true },
    ])
    expect((browsers[1]?.since ?? 0) - (browsers[0]?.since ?? 0)).toBeGreaterThanOrEqual(3 * 86_400_000)
    await core.signOut(phone.actor, { secret: phone.secret, browser: browsers[1]?.name })
    expect(await core.whoIsThis(VISITOR, { secret: library.secret })).toEqual(VISITOR)
    expect(await core.whoIsThis(VISITOR, { secret: phone.secret })).toEqual(phone.actor)
  })

  test('without a way back a lost phone can be signed out all the same, and this browser can’t be', async () => {
    const phone = await signedIn('lost@example.org')
    const here = await signedIn('lost@example.org')
    const db = await connect(config)
    const mine = db.draft.deleteFrom('identity').where('learner_id', '=', idOf(here.actor))
    await db.write([statement(mine)])
    await db.close()
    const { browsers } = await core.myAccount(here.actor, { secret: here.secret })
    for (const { name } of browsers) await core.signOut(here.actor, { secret: here.secret, browser: name })
    expect(await core.whoIsThis(VISITOR, { secret: phone.secret })).toEqual(VISITOR)
    expect(await core.whoIsThis(VISITOR, { secret: here.secret })).toEqual(here.actor)
    await expect(core.signOut(here.actor, { secret: here.secret, everywhere: true })).rejects.toMatchObject({
      kind: 'invalid',
    })
  })

  test('nobody signs out the browser of somebody else, whatever its name', async () => {
    const mine = await signedIn('mine@example.org')
    const theirs = await signedIn('theirs@example.org')
    const [browser] = (await core.myAccount(theirs.actor, {})).browsers
    await core.signOut(mine.actor, { secret: mine.secret, browser: browser?.name })
    expect(await core.whoIsThis(VISITOR, { secret: theirs.secret })).toEqual(theirs.actor)
  })

  test('a shared computer forgets its user after twelve hours; a browser of one’s own doesn’t', async () => {
    const [library, phone] = [await signedIn('hours@example.org', true), await signedIn('hours@example.org')]
    expect(library.actor).toMatchObject({ shared: true })
    expect(phone.actor).not.toHaveProperty('shared')
    clock.forward({ hours: 12 })
    expect(await core.whoIsThis(VISITOR, { secret: library.secret })).toEqual(VISITOR)
    expect(await core.whoIsThis(VISITOR, { secret: phone.secret })).toEqual(phone.actor)
  })

  test('somebody who has said that a computer is shared can take it back', async () => {
    const { actor, secret } = await newLearner(core)
    await core.shareComputer(actor, { secret, shared: true })
    expect(await core.whoIsThis(VISITOR, { secret })).toMatchObject({ shared: true })
    await core.shareComputer(actor, { secret, shared: false })
    clock.forward({ hours: 399 * 24 })
    expect(await core.whoIsThis(VISITOR, { secret })).toEqual(actor)
  })

  test('a notebook that only a passkey keeps safe is not joined to an address without being asked', async () => {
    const { actor, secret } = await newLearner(core)
    const db = await connect(config)
    await db.write([statement(db.draft.insertInto('passkey').values({ ...PASSKEY, learner_id: idOf(actor) }))])
    const email = 'beside-passkey@example.org'
    await core.askForCode(actor, { email })
    const input = { email, code: mailbox.codeFor(email), secret }
    await expect(core.signIn(actor, input)).rejects.toMatchObject({ fields: { together: expect.any(String) } })
    expect(await core.signIn(actor, { ...input, together: true })).toMatchObject({ joined: false })

    // Deleting everything takes the passkey along, and what waited to be answered with one.
    await core.askForPasskey(actor, { site: 'http://localhost', make: true })
    await core.eraseMe(actor, { sure: 'delete everything' })
    for (const table of ['passkey', 'challenge'] as const)
      expect(
        await db.read.selectFrom(table).select('learner_id').where('learner_id', '=', idOf(actor)).execute(),
      ).toEqual([])
    await db.close()
  })

  test('the link of a letter finds its code in the browser that asked, until it is used or too old', async () => {
    const [mine, other] = [await newLearner(core), await newLearner(core)]
    const email = 'link@example.org'
    await core.askForCode(mine.actor, { email })
    expect(await core.waitingCode(mine.actor, {})).toEqual({ email })
    expect(await core.waitingCode(other.actor, {})).toEqual({ email: null })
    expect(await core.waitingCode(VISITOR, {})).toEqual({ email: null })
    clock.forward({ minutes: 11 })
    expect(await core.waitingCode(mine.actor, {})).toEqual({ email: null })
    await core.askForCode(mine.actor, { email })
    await core.signIn(mine.actor, { email, code: mailbox.codeFor(email), secret: mine.secret })
    expect(await core.waitingCode(mine.actor, {})).toEqual({ email: null })
  })
})
