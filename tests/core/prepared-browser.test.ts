import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Actor, SYSTEM, VISITOR } from '#core/actor.ts'
import { type Core, openCore } from '#core/app.ts'
import type { Config } from '#core/config.ts'
import { connect } from '#core/db/connect.ts'
import { statement } from '#core/db/db.ts'
import { hashSecret, newSecret } from '#core/id.ts'
import { forEachDatabase } from '#tests/support/databases.ts'
import { openMailbox } from '#tests/support/mailbox.ts'
import { content, newLearner } from '#tests/support/open.ts'

const mailbox = await openMailbox()
const idOf = (actor: Actor) => (actor as { learnerId: string }).learnerId
const MALLORY = { kind: 'slack', subject: 'T1:UMALLORY' } as const
const YEAR = 365 * 86_400_000

forEachDatabase((_, fresh) => {
  let config: Config
  let core: Core
  beforeAll(async () => {
    config = await fresh({ STANDPOINT_SMTP_URL: mailbox.url })
    core = await openCore(config, { log: () => {}, content })
  })
  afterAll(() => core.close())

  /** A library's browser with a notebook that has three more ways in: another browser, a code, and a calendar. */
  async function prepared() {
    const { actor, secret } = await newLearner(core)
    const laptop = newSecret()
    const db = await connect(config)
    const device = { id: `laptop of ${idOf(actor)}`, learner_id: idOf(actor), secret_hash: hashSecret(laptop) }
    const times = { started_at: core.clock.now(), expires_at: core.clock.now() + YEAR, shared: 0 }
    await db.write([statement(db.draft.insertInto('device').values({ ...device, ...times }), 1)])
    await db.close()
    const { code } = await core.makeLinkCode(actor, {})
    const calendar = (await core.makeCalendar(actor, {})).secret
    return { actor, secret, laptop, code, calendar }
  }

  async function signIn({ actor, secret }: { actor: Actor; secret: string }, email: string) {
    await core.askForCode(actor, { email })
    const done = await core.signIn(actor, { email, code: mailbox.codeFor(email), secret, shared: true })
    return { ...done, actor: await core.whoIsThis(VISITOR, { secret: done.secret }) }
  }

  async function linkedBy(code: string) {
    const chat = await core.linkAccount(SYSTEM, { ...MALLORY, verified: true })
    return core.linkWithCode(chat, { account: MALLORY, code, together: true }).catch((error) => error.kind)
  }

  test('who signs in where somebody else began a notebook shares theirs with nobody', async () => {
    const email = 'victim@example.org'
    await signIn(await newLearner(core), email)
    const library = await prepared()
    expect(await core.whoIsThis(VISITOR, { secret: library.laptop })).toEqual(library.actor)
    const mine = await signIn(library, email)
    expect(mine).toMatchObject({ joined: true })
    expect(await core.whoIsThis(VISITOR, { secret: library.laptop })).toEqual(VISITOR)
    expect(await linkedBy(library.code)).toBe('invalid')
    await expect(core.readCalendar(VISITOR, { secret: library.calendar })).rejects.toMatchObject({ kind: 'not-found' })
    expect((await core.myAccount(mine.actor, { secret: mine.secret })).browsers).toHaveLength(2)
  })

  test('nor does who signs in there for the first time; a calendar of their own goes on', async () => {
    const library = await prepared()
    const mine = await signIn(library, 'newcomer@example.org')
    expect(mine).toMatchObject({ joined: false, actor: { learnerId: idOf(library.actor) } })
    expect(await core.whoIsThis(VISITOR, { secret: library.laptop })).toEqual(VISITOR)
    expect(await linkedBy(library.code)).toBe('invalid')
    expect(await core.readCalendar(VISITOR, { secret: library.calendar })).toHaveProperty('moments')
  })

  test('signing out everywhere ends codes and calendars too, and signing out a lost phone its codes', async () => {
    const mine = await signIn(await newLearner(core), 'everywhere@example.org')
    const phone = await signIn(await newLearner(core), 'everywhere@example.org')
    const onPhone = (await core.makeLinkCode(phone.actor, {})).code
    const [, other] = (await core.myAccount(mine.actor, { secret: mine.secret })).browsers
    await core.signOut(mine.actor, { secret: mine.secret, browser: other?.name })
    expect(await linkedBy(onPhone)).toBe('invalid')
    const { secret } = await core.makeCalendar(mine.actor, {})
    const { code } = await core.makeLinkCode(mine.actor, {})
    await core.signOut(mine.actor, { secret: mine.secret, everywhere: true })
    expect(await linkedBy(code)).toBe('invalid')
    await expect(core.readCalendar(VISITOR, { secret })).rejects.toMatchObject({ kind: 'not-found' })
  })
})
