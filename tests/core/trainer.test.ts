import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { SYSTEM, VISITOR } from '#core/actor.ts'
import { type Core, openCore } from '#core/app.ts'
import { connect } from '#core/db/connect.ts'
import { statement } from '#core/db/db.ts'
import { forEachDatabase } from '#tests/support/databases.ts'
import { openMailbox } from '#tests/support/mailbox.ts'
import { content, newLearner } from '#tests/support/open.ts'

const mailbox = await openMailbox()

forEachDatabase((_, fresh) => {
  let core: Core
  beforeAll(async () => {
    core = await openCore(await fresh({ STANDPOINT_SMTP_URL: mailbox.url }), { log: () => {}, content })
  })
  afterAll(() => core.close())

  async function signedIn(email: string) {
    const { actor, secret } = await newLearner(core)
    await core.askForCode(actor, { email })
    return (await core.signIn(actor, { email, code: mailbox.codeFor(email), secret })).secret
  }
  const kind = async (secret: string) => (await core.whoIsThis(VISITOR, { secret })).kind

  test('a listed address makes a trainer of whoever has proven it, before or after it was listed', async () => {
    const before = await signedIn('before@example.org')
    expect(await kind(before)).toBe('learner')
    expect(await core.addTrainer(SYSTEM, { email: 'Before@example.org' })).toEqual({
      address: 'before@example.org',
      isNew: true,
    })
    expect(await kind(before)).toBe('trainer')
    await core.addTrainer(SYSTEM, { email: 'after@example.org' })
    expect(await kind(await signedIn('after@example.org'))).toBe('trainer')
  })

  test('a trainer is one in every browser that was joined, and no longer once the address is removed', async () => {
    await core.addTrainer(SYSTEM, { email: 'room@example.org' })
    const secrets = [await signedIn('room@example.org'), await signedIn('room@example.org')]
    expect(await Promise.all(secrets.map(kind))).toEqual(['trainer', 'trainer'])
    await core.removeTrainer(SYSTEM, { email: 'room@example.org' })
    expect(await Promise.all(secrets.map(kind))).toEqual(['learner', 'learner'])
  })

  test('an address that was asked about but never proven makes no trainer', async () => {
    await core.addTrainer(SYSTEM, { email: 'asked@example.org' })
    const { actor, secret } = await newLearner(core)
    await core.askForCode(actor, { email: 'asked@example.org' })
    expect(await kind(secret)).toBe('learner')
  })

  test('an account elsewhere that is called like a trainer’s address makes no trainer', async () => {
    const config = await fresh()
    const mine = await openCore(config, { log: () => {}, content })
    const db = await connect(config)
    onTestFinished(async () => {
      await db.close()
      await mine.close()
    })
    await mine.addTrainer(SYSTEM, { email: 'called@example.org' })
    const { actor, secret } = await newLearner(mine)
    const identity = { kind: 'organisation', subject: 'called@example.org', verified_at: 1 } as const
    const learner_id = (actor as { learnerId: string }).learnerId
    const kinds: string[] = []
    for (const kind of ['organisation', 'email'] as const) {
      await db.write([statement(db.draft.insertInto('identity').values({ ...identity, kind, learner_id }), 1)])
      kinds.push((await mine.whoIsThis(VISITOR, { secret })).kind)
    }
    expect(kinds).toEqual(['learner', 'trainer'])
  })

  test('the list says who has signed in', async () => {
    await core.addTrainer(SYSTEM, { email: 'zoe@example.org' })
    await core.addTrainer(SYSTEM, { email: 'yves@example.org' })
    await signedIn('yves@example.org')
    const listed = (await core.listTrainers(SYSTEM, {})).filter(({ address }) => /^(zoe|yves)@/.test(address))
    expect(listed).toEqual([
      { address: 'yves@example.org', hasSignedIn: true },
      { address: 'zoe@example.org', hasSignedIn: false },
    ])
  })

  test('nobody but the operator can add, remove or list', async () => {
    const { actor } = await newLearner(core)
    for (const call of [
      core.addTrainer(actor, { email: 'me@example.org' }),
      core.removeTrainer(actor, { email: 'me@example.org' }),
      core.listTrainers(actor, {}),
    ])
      await expect(call).rejects.toMatchObject({ kind: 'not-found' })
  })

  test('adding somebody twice and removing somebody who isn’t there are said', async () => {
    await core.addTrainer(SYSTEM, { email: 'same@example.org' })
    expect((await core.addTrainer(SYSTEM, { email: 'same@example.org' })).isNew).toBe(false)
    await expect(core.removeTrainer(SYSTEM, { email: 'nobody@example.org' })).rejects.toMatchObject({
      kind: 'not-found',
    })
  })
})
