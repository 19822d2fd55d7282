import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { type Actor, VISITOR } from '#core/actor.ts'
import { type Core, openCore } from '#core/app.ts'
import type { Config } from '#core/config.ts'
import { connect } from '#core/db/connect.ts'
import type { AppError } from '#core/errors.ts'
import { joinLearners, rootOf } from '#core/learners/join-learners.ts'
import { forEachDatabase } from '#tests/support/databases.ts'
import { openMailbox } from '#tests/support/mailbox.ts'
import { movableClock } from '#tests/support/movable-clock.ts'
import { content, newLearner } from '#tests/support/open.ts'

const mailbox = await openMailbox()

forEachDatabase((_, fresh) => {
  const clock = movableClock()
  let core: Core
  let questions: string[]
  let config: Config
  beforeAll(async () => {
    config = await fresh({ STANDPOINT_SMTP_URL: mailbox.url, STANDPOINT_TEST_CLOCK: clock.file })
    core = await openCore(config, { log: () => {}, content })
    questions = core.content.questions.filter((q) => q.parts[0]?.type === 'long-text').map((q) => q.id)
  })
  afterAll(() => core.close())

  interface Browser {
    actor: Actor
    secret: string
  }
  const browser = (): Promise<Browser> => newLearner(core)
  const look = async ({ secret }: Browser): Promise<Browser> => ({
    secret,
    actor: await core.whoIsThis(VISITOR, { secret }),
  })

  async function keepUnder(from: Browser, email: string, together = false): Promise<Browser & { joined: boolean }> {
    clock.forward({ seconds: 20 })
    await core.askForCode(from.actor, { email })
    const { secret, joined } = await core.signIn(from.actor, {
      email,
      code: mailbox.codeFor(email),
      secret: from.secret,
      together,
    })
    return { ...(await look({ ...from, secret })), joined }
  }

  async function write({ actor }: Browser, question: number, text: string): Promise<void> {
    clock.forward({ seconds: 1 })
    const id = questions[question] as string
    const part = core.content.question(id)?.parts[0]?.name as string
    await core.saveAnswer(actor, { question: id, value: { [part]: text }, channel: 'web' })
  }

  /** Every text of this person: for each question its revisions, oldest first. */
  async function texts({ actor }: Browser): Promise<string[][]> {
    const { answers } = await core.myAnswers(actor, { history: true })
    return answers
      .toSorted((a, b) => questions.indexOf(a.question.id) - questions.indexOf(b.question.id))
      .map((a) => a.history.map((r) => String(Object.values(r.value)[0])))
  }

  test('two browsers become one: both texts of a question stay as revisions, and the newest shows', async () => {
    const [phone, laptop] = [await browser(), await browser()]
    await write(phone, 0, 'on the phone, first')
    await write(laptop, 0, 'on the laptop, second')
    await write(phone, 0, 'on the phone, third')
    await write(laptop, 1, 'only on the laptop')
    const onPhone = await keepUnder(phone, 'two@example.org')
    const onLaptop = await keepUnder(laptop, 'two@example.org')
    expect([onPhone.joined, onLaptop.joined]).toEqual([false, true])
    expect(onLaptop.actor).toEqual(onPhone.actor)
    const all = [['on the phone, first', 'on the laptop, second', 'on the phone, third'], ['only on the laptop']]
    expect(await texts(onLaptop)).toEqual(all)
    await write(onPhone, 0, 'after the two were joined')
    expect((await texts(onLaptop))[0]).toEqual([...(all[0] as string[]), 'after the two were joined'])
    expect((await core.myAccount(onLaptop.actor, {})).browsers).toHaveLength(2)
  })

  test('joining the same browser twice changes nothing the second time', async () => {
    const [a, b] = [await browser(), await browser()]
    await write(b, 0, 'once')
    await keepUnder(a, 'again@example.org')
    const first = await keepUnder(b, 'again@example.org')
    const second = await keepUnder(first, 'again@example.org')
    expect([first.joined, second.joined]).toEqual([true, false])
    expect(second.actor).toEqual(first.actor)
    expect(await texts(second)).toEqual([['once']])
  })

  test('a chain of three becomes one, and everybody who was joined before comes along', async () => {
    const [a, b, c] = [await browser(), await browser(), await browser()]
    const anonymous = await browser()
    for (const [one, text] of [
      [a, 'a'],
      [b, 'b'],
      [c, 'c'],
      [anonymous, 'd'],
    ] as const)
      await write(one, 0, text)
    const atC = await keepUnder(c, 'chain-c@example.org')
    const atB = await keepUnder(b, 'chain-b@example.org')
    const joinedToB = await keepUnder(anonymous, 'chain-b@example.org')
    const atA = await keepUnder(a, 'chain-a@example.org')
    await keepUnder(atA, 'chain-b@example.org', true)
    const last = await keepUnder(joinedToB, 'chain-c@example.org', true)
    expect(last.actor).toEqual(atC.actor)
    expect((await look(atB)).actor).toEqual(atC.actor)
    expect(await texts(last)).toEqual([['a', 'b', 'c', 'd']])
    expect((await core.myAccount(last.actor, {})).addresses.toSorted()).toEqual(
      ['a', 'b', 'c'].map((name) => `chain-${name}@example.org`),
    )
  })

  test('two who join each other at the same moment are one, and neither waits for ever', async () => {
    const [a, b] = [await browser(), await browser()]
    await write(a, 0, 'from a')
    await write(b, 0, 'from b')
    const [atA, atB] = [await keepUnder(a, 'cross-a@example.org'), await keepUnder(b, 'cross-b@example.org')]
    const typed = async (from: Browser, email: string) => {
      await core.askForCode(from.actor, { email })
      return { email, code: mailbox.codeFor(email), secret: from.secret, together: true }
    }
    const [inA, inB] = [await typed(atA, 'cross-b@example.org'), await typed(atB, 'cross-a@example.org')]
    const done = await Promise.all([core.signIn(atA.actor, inA), core.signIn(atB.actor, inB)])
    const [first, second] = await Promise.all(done.map(({ secret }) => look({ ...a, secret })))
    expect(first?.actor).toEqual(second?.actor)
    expect(await texts(first as Browser)).toEqual([['from a', 'from b']])
  })

  test('of two joins in opposite directions, and of two into different people, exactly one stands', async () => {
    const db = await connect(config)
    onTestFinished(() => db.close())
    const learner = async () => ((await browser()).actor as { learnerId: string }).learnerId
    const stood = async (joins: [string, string][]) =>
      (await Promise.all(joins.map(([from, into]) => db.write(joinLearners(db, from, into))))).filter(
        (r) => r.committed,
      )
    for (let i = 0; i < 20; i++) {
      const [a, b, c] = [await learner(), await learner(), await learner()]
      expect(
        await stood([
          [a, b],
          [b, a],
        ]),
      ).toHaveLength(1)
      const root = (await rootOf(db, a)) as string
      expect(await rootOf(db, b)).toBe(root)
      expect(
        await stood([
          [root, c],
          [root, await learner()],
        ]),
      ).toHaveLength(1)
      expect(await rootOf(db, a)).toBe(await rootOf(db, b))
      const last = (await rootOf(db, a)) as string
      expect(await rootOf(db, last)).toBe(last)
    }
  })

  test('an answer saved while its browser is being joined is kept', async () => {
    const [a, b] = [await browser(), await browser()]
    await write(b, 0, 'before')
    await keepUnder(a, 'meanwhile@example.org')
    const saves = Array.from({ length: 10 }, (_, i) => write(b, 1, `meanwhile ${i}`).catch((e: AppError) => e.kind))
    const [joined, outcomes] = await Promise.all([keepUnder(b, 'meanwhile@example.org'), Promise.all(saves)])
    const kept = (await texts(joined))[1] ?? []
    // What wasn't kept was refused, so that the browser keeps the text and sends it again.
    outcomes.forEach((outcome, i) => {
      if (outcome === undefined) expect(kept).toContain(`meanwhile ${i}`)
      else expect(outcome).toBe('unavailable')
    })
  })

  test('on a shared computer nobody is joined to the one who is signed in there without saying so', async () => {
    const first = await keepUnder(await browser(), 'first-user@example.org')
    await write(first, 0, 'mine alone')
    await core.askForCode(first.actor, { email: 'next-user@example.org' })
    const code = mailbox.codeFor('next-user@example.org')
    const next = { email: 'next-user@example.org', code, secret: first.secret }
    const error: AppError = await core.signIn(first.actor, next).then(
      () => Promise.reject(new Error('joined')),
      (e) => e,
    )
    expect(error).toMatchObject({
      kind: 'invalid',
      fields: { together: expect.stringContaining('first-user@example.org') },
    })
    expect((await core.myAccount(first.actor, {})).addresses).toEqual(['first-user@example.org'])
    expect(await core.signIn(first.actor, { ...next, together: true })).toMatchObject({ joined: false })
  })

  test('erasing one of two joined notebooks erases both', async () => {
    const [a, b] = [await browser(), await browser()]
    await write(a, 0, 'a')
    await write(b, 0, 'b')
    const atA = await keepUnder(a, 'both@example.org')
    const atB = await keepUnder(b, 'both@example.org')
    await core.eraseMe(atB.actor, { sure: 'delete everything' })
    expect((await look(atA)).actor).toEqual(VISITOR)
    expect(await texts(atA)).toEqual([])
    expect((await keepUnder(await browser(), 'both@example.org')).joined).toBe(false)
  })
})
