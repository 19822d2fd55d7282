import { beforeEach, expect, test } from 'vitest'
import { type Actor, SYSTEM, VISITOR } from '#core/actor.ts'
import type { Core } from '#core/app.ts'
import { connect } from '#core/db/connect.ts'
import { statement } from '#core/db/db.ts'
import { idOf, joins, newCourse, newTrainer, newVisitor, openAt, type Place } from '#tests/attacks/group.ts'
import { forEachDatabase } from '#tests/support/databases.ts'

forEachDatabase((_name, fresh) => {
  let place: Place
  let core: Core
  let actor: Actor
  beforeEach(async () => {
    place = await openAt(await fresh())
    core = place.core
    actor = await newVisitor(core)
  })
  const said = async (who = actor) =>
    (await core.myChoices(who, {})).agreed.map(({ kind, about, given }) => [kind, about, given])

  test('each yes and each taking back is a line, with the words that were put and the time; the same again is none', async () => {
    const course = await newCourse(core, await newTrainer(core))
    await joins(core, actor, course)
    for (const counted of [true, false, false, true]) await core.setCounted(actor, { cohort: course.id, counted })
    place.at('2026-03-02T10:00:00Z')
    await core.choose(actor, { what: 'quoting', yes: true })
    await core.choose(actor, { what: 'quoting', yes: true })
    place.at('2026-03-02T11:00:00Z')
    await core.choose(actor, { what: 'quoting', yes: false })
    place.at('2026-03-02T12:00:00Z')
    await core.leaveCohort(actor, { cohort: course.id })
    expect((await said()).toReversed()).toEqual([
      ['counted', 'Neighbours’ course', true],
      ['counted', 'Neighbours’ course', false],
      ['counted', 'Neighbours’ course', true],
      ['quoting', null, true],
      ['quoting', null, false],
      ['counted', 'Neighbours’ course', false],
    ])
    const { agreed, quoting } = await core.myChoices(actor, {})
    expect(agreed.find(({ kind, given }) => kind === 'quoting' && given)).toMatchObject({
      words: quoting.words,
      version: 1,
      at: Date.parse('2026-03-02T10:00:00Z'),
    })
  })

  test('somebody who joins without being counted has said yes to nothing', async () => {
    const course = await newCourse(core, await newTrainer(core))
    await joins(core, actor, course, false)
    await core.leaveCohort(actor, { cohort: course.id })
    expect(await said()).toEqual([])
    await joins(core, actor, course, true)
    await joins(core, actor, course, false)
    expect(await said()).toEqual([
      ['counted', 'Neighbours’ course', false],
      ['counted', 'Neighbours’ course', true],
    ])
  })

  test('personal answers are quotable only of somebody who said so, everyday ones always, private ones never', async () => {
    const give = (question: string, value: object) =>
      core.saveAnswer(actor, { question, value: value as Record<string, unknown>, channel: 'web' })
    await give('community.first-words', { words: 'tea' })
    await give('community.belong', { story: 'the choir' })
    await give('community.on-the-edge', { door: 'nobody spoke' })
    const quotable = async () =>
      (await core.myAnswers(actor, { quotable: true })).answers.map((answer) => answer.question.sensitivity)
    expect(await quotable()).toEqual(['S0'])
    await core.choose(actor, { what: 'quoting', yes: true })
    expect((await quotable()).toSorted()).toEqual(['S0', 'S1'])
    await core.choose(actor, { what: 'quoting', yes: false })
    expect(await quotable()).toEqual(['S0'])
    expect(await core.myAnswers(VISITOR, { quotable: true })).toEqual({ answers: [] })
  })

  test('two notebooks that become one have one ledger, and the last said in either holds', async () => {
    const account = { kind: 'slack', subject: 'T1:UADA' } as const
    const chat = await core.linkAccount(SYSTEM, { ...account, verified: true })
    await core.choose(actor, { what: 'quoting', yes: true })
    place.at('2026-03-02T10:00:00Z')
    await core.choose(chat, { what: 'quoting', yes: false })
    const { code } = await core.makeLinkCode(actor, {})
    await core.linkWithCode(chat, { account, code, together: true })
    expect(await said()).toEqual([
      ['quoting', null, false],
      ['quoting', null, true],
    ])
    expect((await core.myChoices(actor, {})).quoting.yes).toBe(false)
    // And it can be changed again, whichever of the two the newest line is of.
    await core.choose(actor, { what: 'quoting', yes: true })
    expect((await core.myChoices(actor, {})).quoting.yes).toBe(true)
  })

  test('many choices at the same moment are one after the other, and none is lost', async () => {
    const course = await newCourse(core, await newTrainer(core))
    await Promise.all([
      core.choose(actor, { what: 'quoting', yes: true }),
      core.choose(actor, { what: 'model', yes: true }),
      joins(core, actor, course),
    ])
    expect((await said()).map(([kind]) => kind).toSorted()).toEqual(['counted', 'model', 'quoting'])
  })

  test('the ledger goes along in an export, can’t be changed, and is erased with its learner', async () => {
    await core.choose(actor, { what: 'quoting', yes: true })
    const { bytes } = await core.exportMine(actor, { format: 'json' })
    const file = JSON.parse(Buffer.from(bytes).toString()) as { consents: object[] }
    expect(file.consents).toMatchObject([{ kind: 'quoting', given: true, words: expect.stringContaining('quote') }])
    const db = await connect(place.config)
    const mine = () => db.read.selectFrom('consent').selectAll().where('learner_id', '=', idOf(actor)).execute()
    expect(JSON.stringify(await mine())).not.toContain('quot')
    const remove = db.draft.deleteFrom('consent').where('learner_id', '=', idOf(actor))
    await expect(db.write([statement(remove)])).rejects.toThrow('append-only')
    await core.eraseMe(actor, { sure: 'delete everything' })
    expect(await mine()).toEqual([])
    await db.close()
  })

  test('a visitor has chosen nothing, and can choose nothing without a notebook', async () => {
    expect(await core.myChoices(VISITOR, {})).toMatchObject({ quoting: { yes: false }, model: null, agreed: [] })
    await expect(core.choose(VISITOR, { what: 'quoting', yes: true })).rejects.toMatchObject({ kind: 'signed-out' })
  })
})
