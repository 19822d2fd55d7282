import { expect, test } from 'vitest'
import { type Actor, SYSTEM, VISITOR } from '#core/actor.ts'
import type { Core } from '#core/app.ts'
import { connect } from '#core/db/connect.ts'
import { shutUnused, type Unused, unusedSince } from '#core/learners/unused.ts'
import { forEachDatabase } from '#tests/support/databases.ts'
import { openMailbox } from '#tests/support/mailbox.ts'
import { newLearner } from '#tests/support/open.ts'
import { startTicking } from '../../src/web/ticking.ts'
import { newPerson, openAt, type Place } from '../attacks/group.ts'

const mailbox = await openMailbox()
const BEGIN = '2026-03-02T09:00:00.000Z'
/** March 2026 ends on the first of April: 23 and 24 whole months after that. */
const [BEFORE_23, AT_23, BEFORE_24, AT_24] = [
  '2028-02-29T23:59:59.000Z',
  '2028-03-01T00:00:00.000Z',
  '2028-03-31T23:59:59.000Z',
  '2028-04-01T00:00:00.000Z',
]

const writes = (core: Core, actor: Actor, story = 'mine') =>
  core.saveAnswer(actor, { question: 'community.belong', value: { story }, channel: 'web' })
const isThere = async (core: Core, actor: Actor) => (await core.myAnswers(actor, {})).answers.length === 1
const lettersTo = (address: string) =>
  mailbox.letters.filter((letter) => letter.to.includes(address) && /deleted/.test(letter.subject))
const sweep = (place: Place, iso: string) => {
  place.at(iso)
  return place.core.eraseUnused(SYSTEM, {})
}

async function withAddress({ core }: Place, email: string) {
  const { actor, secret } = await newLearner(core)
  await writes(core, actor)
  await core.askForCode(actor, { email })
  const signedIn = await core.signIn(actor, { email, code: mailbox.codeFor(email), secret })
  return { actor, secret: signedIn.secret }
}

forEachDatabase((name, fresh) => {
  const openPlace = async (settings: Record<string, string> = { STANDPOINT_SMTP_URL: mailbox.url }) =>
    openAt(await fresh(settings), BEGIN)
  const at = (who: string) => `${who}-${name.toLowerCase()}@example.org`

  test('a notebook with no sign-in goes after 24 whole months without use, with its key, and not a moment before', async () => {
    const place = await openPlace()
    const { actor, secret } = await newLearner(place.core)
    const { actor: other, secret: othersSecret } = await newLearner(place.core)
    await writes(place.core, actor)
    await writes(place.core, other)
    for (const early of [BEFORE_23, AT_23, BEFORE_24])
      expect(await sweep(place, early)).toEqual({ warned: 0, erased: 0, failed: 0 })
    expect(await isThere(place.core, actor)).toBe(true)
    // Used in the last month before: it begins anew.
    expect(await place.core.keepOpen(other, { secret: othersSecret })).toBe(true)
    expect(await sweep(place, AT_24)).toEqual({ warned: 0, erased: 1, failed: 0 })
    expect(await isThere(place.core, actor)).toBe(false)
    expect(await place.core.whoIsThis(VISITOR, { secret })).toEqual(VISITOR)
    await expect(writes(place.core, actor)).rejects.toMatchObject({ kind: 'signed-out' })
    expect(await isThere(place.core, other)).toBe(true)
    const db = await connect(place.config)
    expect(await db.read.selectFrom('learner').select('id').execute()).toHaveLength(1)
    expect(await db.read.selectFrom('answer').select('learner_id').execute()).toHaveLength(1)
    await db.close()
  })

  test('whoever has an address is written to a month before, and whoever comes back keeps everything', async () => {
    const place = await openPlace()
    const [gone, back] = [await withAddress(place, at('gone')), await withAddress(place, at('back'))]
    expect(await sweep(place, BEFORE_23)).toMatchObject({ warned: 0 })
    expect(await sweep(place, AT_23)).toEqual({ warned: 2, erased: 0, failed: 0 })
    expect(await sweep(place, AT_23)).toEqual({ warned: 0, erased: 0, failed: 0 })
    expect(lettersTo(at('gone'))).toHaveLength(1)
    expect(lettersTo(at('gone'))[0]?.text).toContain('will be deleted on 1 April 2028')
    expect(lettersTo(at('gone'))[0]?.text).not.toContain('mine')
    await place.core.keepOpen(back.actor, { secret: back.secret })
    expect(await sweep(place, BEFORE_24)).toMatchObject({ erased: 0 })
    expect(await sweep(place, AT_24)).toEqual({ warned: 0, erased: 1, failed: 0 })
    expect([await isThere(place.core, gone.actor), await isThere(place.core, back.actor)]).toEqual([false, true])
  })

  test('a letter that went out late leaves thirty days all the same, and without one nothing is deleted', async () => {
    const place = await openPlace()
    const { actor } = await withAddress(place, at('late'))
    expect(await sweep(place, '2029-01-10T09:00:00.000Z')).toMatchObject({ warned: 1, erased: 0 })
    expect(lettersTo(at('late'))[0]?.text).toContain('9 February 2029')
    expect(await sweep(place, '2029-02-09T08:59:59.000Z')).toMatchObject({ erased: 0 })
    expect(await isThere(place.core, actor)).toBe(true)
    expect(await sweep(place, '2029-02-09T09:00:00.000Z')).toMatchObject({ erased: 1 })

    const silent = await openPlace({ STANDPOINT_SMTP_URL: 'smtp://127.0.0.1:1' })
    const unreachable = await newLearner(silent.core)
    await writes(silent.core, unreachable.actor)
    const db = await connect(silent.config)
    const learner_id = (unreachable.actor as { learnerId: string }).learnerId
    const identity = {
      kind: 'email' as const,
      subject: 'a@b.example',
      learner_id,
      verified_at: 1,
      mailbox: 'a@b.example',
    }
    const { sql, parameters } = db.draft.insertInto('identity').values(identity).compile()
    await db.write([{ sql, parameters }])
    await db.close()
    expect(await sweep(silent, AT_23)).toEqual({ warned: 0, erased: 0, failed: 1 })
    expect(await sweep(silent, '2030-01-01T00:00:00.000Z')).toEqual({ warned: 0, erased: 0, failed: 1 })
    expect(await isThere(silent.core, unreachable.actor)).toBe(true)
  })

  test('where no letter can go, in Slack or with no mail server, a notebook that somebody can open stays', async () => {
    const place = await openPlace({})
    const person = await newPerson(place.core, 'quiet')
    await writes(place.core, person)
    expect(await sweep(place, '2031-01-01T00:00:00.000Z')).toEqual({ warned: 0, erased: 0, failed: 0 })
    expect(await isThere(place.core, person)).toBe(true)
  })

  test('use in any of the browsers that were put together counts, and use that comes at the same moment wins or loses whole', async () => {
    const place = await openPlace()
    const first = await withAddress(place, at('joined'))
    await sweep(place, AT_23)
    const second = await newLearner(place.core)
    await place.core.askForCode(second.actor, { email: at('joined') })
    const code = mailbox.codeFor(at('joined'))
    await place.core.signIn(second.actor, { email: at('joined'), code, secret: second.secret })
    expect(await sweep(place, AT_24)).toMatchObject({ erased: 0 })
    expect(await isThere(place.core, first.actor)).toBe(true)

    for (let round = 0; round < 5; round++) {
      place.at(BEGIN)
      const { actor, secret } = await newLearner(place.core)
      await writes(place.core, actor)
      place.at(AT_24)
      const use = () => place.core.keepOpen(actor, { secret })
      const swept =
        round % 2 ? place.core.eraseUnused(SYSTEM, {}) : use().then(() => place.core.eraseUnused(SYSTEM, {}))
      await use()
      const { erased } = await swept
      // Either it was used in time, or nothing of it is left.
      expect(await isThere(place.core, actor)).toBe(erased === 0)
      expect((await place.core.whoIsThis(VISITOR, { secret })).kind).toBe(erased === 0 ? 'learner' : 'visitor')
    }
  })

  test('a notebook that is used between the look and the shutting stays open, with every way into it', async () => {
    const place = await openPlace()
    const { actor, secret } = await newLearner(place.core)
    await writes(place.core, actor)
    place.at(AT_24)
    const db = await connect(place.config)
    const [seen] = await unusedSince(db, Date.parse(AT_24), 10)
    await place.core.keepOpen(actor, { secret })
    expect(await shutUnused(db, seen as Unused)).toBe(false)
    expect((await place.core.whoIsThis(VISITOR, { secret })).kind).toBe('learner')
    const [again] = await unusedSince(db, Date.parse('2028-06-01'), 10)
    expect(await shutUnused(db, again as Unused)).toBe(true)
    expect(await place.core.whoIsThis(VISITOR, { secret })).toEqual(VISITOR)
    await db.close()
  })

  test('a browser that comes back now and then is remembered for good, and one that doesn’t is forgotten after 400 days', async () => {
    const place = await openPlace()
    const { secret } = await newLearner(place.core)
    const { secret: left } = await newLearner(place.core)
    for (const iso of ['2026-12-01T09:00:00.000Z', '2027-10-01T09:00:00.000Z', '2028-09-01T09:00:00.000Z']) {
      place.at(iso)
      const known = await place.core.whoIsThis(VISITOR, { secret })
      expect(known.kind).toBe('learner')
      expect(await place.core.keepOpen(known, { secret })).toBe(true)
      expect(await place.core.keepOpen(known, { secret })).toBe(false)
    }
    expect(await place.core.whoIsThis(VISITOR, { secret: left })).toEqual(VISITOR)
  })

  test('each browser of a learner is remembered on by itself, whichever came first that month', async () => {
    const place = await openPlace()
    const laptop = await withAddress(place, at('two-browsers'))
    const before = await newLearner(place.core)
    await place.core.askForCode(before.actor, { email: at('two-browsers') })
    const code = mailbox.codeFor(at('two-browsers'))
    const phone = await place.core.signIn(before.actor, { email: at('two-browsers'), code, secret: before.secret })
    place.at('2026-12-01T09:00:00.000Z')
    for (const { secret } of [phone, laptop]) expect(await place.core.keepOpen(laptop.actor, { secret })).toBe(true)
    place.at('2027-10-01T09:00:00.000Z')
    expect((await place.core.whoIsThis(VISITOR, { secret: laptop.secret })).kind).toBe('learner')
  })

  test('the server’s own clock sees to it, and its log says how many and never whose', async () => {
    const place = await openPlace()
    const { actor } = await newLearner(place.core)
    await writes(place.core, actor)
    place.at(AT_24)
    const lines: string[] = []
    const ticking = startTicking(place.core, (event, facts) => lines.push(`${event} ${JSON.stringify(facts)}`), 1)
    await expect.poll(() => lines).toEqual(['sweep {"warned":0,"erased":1,"failed":0}'])
    await ticking.stop()
    expect(await isThere(place.core, actor)).toBe(false)
  })

  test('only the system may ask for it', async () => {
    const place = await openPlace()
    await expect(place.core.eraseUnused(VISITOR, {})).rejects.toMatchObject({ kind: 'not-found' })
  })
})
