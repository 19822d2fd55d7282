import { DatabaseSync } from 'node:sqlite'
import { expect, test } from 'vitest'
import type { Actor } from '#core/actor.ts'
import type { Core } from '#core/app.ts'
import { openKeyStore } from '#core/privacy/key-store.ts'
import {
  answer,
  joins,
  names,
  newCourse,
  newMembers,
  newPerson,
  newTrainer,
  openAt,
  rates,
  SECOND_TICK,
  THIRD_TICK,
  TICK,
  tick,
} from '#tests/attacks/group.ts'
import { forEachDatabase } from '#tests/support/databases.ts'

const QUESTION = 'cd.my-role'
const WORDS = 'I listen more than I talk.'

const approve = (core: Core, actor: Actor, words = WORDS, looked = false) =>
  core.approveText(actor, { question: QUESTION, words, looked })
const stateOf = async (core: Core, actor: Actor) => (await core.myTexts(actor, {})).texts.map((t) => t.state)

forEachDatabase((name, fresh) => {
  /** Five people who answered with words, in a course. */
  async function group() {
    const place = await openAt(await fresh())
    const { core } = place
    const trainer = await newTrainer(core)
    const course = await newCourse(core, trainer)
    const members = await newMembers(core, course, names(5))
    for (const member of members) await answer(core, member, rates(3, 'I listen more than I talk, mostly.'))
    const cards = async () =>
      (await core.cohortInsights(trainer, { cohort: course.id })).questions.find((q) => q.id === QUESTION)?.cards ?? []
    return { place, core, trainer, course, members, first: members[0] as Actor, cards }
  }

  test('a preview starts from the answer’s own words, and nothing of it is kept', async () => {
    const { core, first, course } = await group()
    expect(await core.previewText(first, { question: QUESTION })).toMatchObject({
      words: 'I listen more than I talk, mostly.',
      course: { id: course.id, trainers: ['Ms Invented'] },
      flags: [],
      held: null,
      mine: [],
    })
    expect(await core.myTexts(first, {})).toEqual({ texts: [] })
  })

  test('approved words become a card at the tick, word for word, and not before', async () => {
    const { place, core, first, cards } = await group()
    expect(await approve(core, first)).toEqual({ words: WORDS, held: null })
    expect(await cards()).toEqual([])
    expect(await stateOf(core, first)).toEqual(['waiting'])
    await tick(place, TICK)
    expect(await cards()).toMatchObject([{ words: WORDS, state: 'new', reported: false }])
    expect((await core.myTexts(first, {})).texts).toMatchObject([{ state: 'shown', words: WORDS, since: TICK }])
    await tick(place, SECOND_TICK)
    expect(await cards()).toHaveLength(1)
  })

  test('words go out only with an answer that is counted: not below k, not of somebody who joined later', async () => {
    const place = await openAt(await fresh())
    const { core } = place
    const trainer = await newTrainer(core)
    const course = await newCourse(core, trainer)
    const members = await newMembers(core, course, names(4))
    for (const member of members) {
      await answer(core, member, rates(3, 'Words.'))
      await approve(core, member)
    }
    await tick(place, TICK)
    const cards = async () =>
      (await core.cohortInsights(trainer, { cohort: course.id })).questions.flatMap((q) => q.cards).length
    expect(await cards()).toBe(0)
    const fifth = await newPerson(core, 'fifth')
    await joins(core, fifth, course)
    await answer(core, fifth, rates(3, 'Words.'))
    await tick(place, SECOND_TICK)
    expect(await cards()).toBe(4)
    const late = await newPerson(core, 'late')
    await joins(core, late, course)
    await answer(core, late, rates(5, 'Words.'))
    await approve(core, late)
    await tick(place, THIRD_TICK)
    expect(await cards()).toBe(4)
  })

  test('words approved after their answer was counted go out at the next tick', async () => {
    const { place, core, first, cards } = await group()
    await tick(place, TICK)
    await approve(core, first)
    await tick(place, SECOND_TICK)
    expect(await cards()).toHaveLength(1)
  })

  test('what is taken back goes at the next tick and not before; what waited never goes out', async () => {
    const { place, core, first, members, cards } = await group()
    for (const member of members.slice(0, 3)) await approve(core, member, `${WORDS} Often.`)
    await core.withdrawText(members[2] as Actor, { question: QUESTION })
    await tick(place, TICK)
    expect(await cards()).toHaveLength(2)
    await core.withdrawText(first, { question: QUESTION })
    expect(await cards()).toHaveLength(2)
    expect(await stateOf(core, first)).toEqual(['leaving'])
    await tick(place, SECOND_TICK)
    expect(await cards()).toHaveLength(1)
    expect(await stateOf(core, first)).toEqual([])
  })

  test('with no tick to come, what is taken back is gone by the next Monday night', async () => {
    const { place, core, first, cards } = await group()
    await approve(core, first)
    await tick(place, THIRD_TICK)
    await core.withdrawText(first, { question: QUESTION })
    // Sunday 22 March, then Monday's night.
    await tick(place, '2026-03-22T23:00:00Z')
    expect(await cards()).toHaveLength(1)
    await tick(place, '2026-03-23T03:01:00Z')
    expect(await cards()).toEqual([])
  })

  test('on a course that was archived before its next tick, what is taken back is gone by the next Monday night', async () => {
    const { place, core, trainer, course, first, cards } = await group()
    await approve(core, first)
    await tick(place, TICK)
    await core.withdrawText(first, { question: QUESTION })
    await core.archiveCohort(trainer, { cohort: course.id, sure: true })
    await tick(place, '2026-03-09T02:59:00Z')
    expect(await cards()).toHaveLength(1)
    await tick(place, '2026-03-09T03:01:00Z')
    expect(await cards()).toEqual([])
  })

  test('new words in place of old ones never come at the tick at which the old ones go', async () => {
    const { place, core, first, cards } = await group()
    await approve(core, first)
    await tick(place, TICK)
    await approve(core, first, 'Something quite different.')
    expect(await stateOf(core, first)).toEqual(['waiting', 'leaving'])
    await tick(place, SECOND_TICK)
    expect(await cards()).toEqual([])
    await tick(place, THIRD_TICK)
    expect(await cards()).toMatchObject([{ words: 'Something quite different.' }])
  })

  test('words that name somebody, say how to reach them, or tell of harm stay with their author', async () => {
    const { place, core, members, cards } = await group()
    const texts = ['Priya Shah helped me.', 'Write to priya@example.org.', 'My partner hits me every night.']
    for (const [i, words] of texts.entries())
      expect((await approve(core, members[i] as Actor, words, true)).held).not.toBeNull()
    expect(await stateOf(core, members[0] as Actor)).toEqual(['held'])
    await tick(place, TICK)
    await tick(place, SECOND_TICK)
    expect(await cards()).toEqual([])
  })

  test('names that the trainer gave are pointed out in any case; who has joined is never looked at', async () => {
    const { core, trainer, course, first } = await group()
    await core.watchNames(trainer, { cohort: course.id, names: ['Zebulon', ' ', 'Zebulon'] })
    const { flags } = await core.previewText(first, { question: QUESTION, words: 'So zebulon said no.' })
    expect(flags).toMatchObject([{ kind: 'person', start: 3, end: 10 }])
  })

  test('nothing is approved that its author has not seen just so, and looked at', async () => {
    const { core, first } = await group()
    await expect(approve(core, first, 'Two  blanks.')).rejects.toMatchObject({ fields: { words: expect.any(String) } })
    const flagged = 'It took us 14 weeks.'
    await expect(approve(core, first, flagged)).rejects.toMatchObject({ fields: { looked: expect.any(String) } })
    expect(await approve(core, first, flagged, true)).toMatchObject({ held: null })
    await expect(approve(core, first, 'x'.repeat(501))).rejects.toMatchObject({ kind: 'invalid' })
    await expect(approve(core, first, ' ')).rejects.toMatchObject({ kind: 'invalid' })
  })

  test('somebody who is not counted, has not answered, or asks for a private question can show nothing', async () => {
    const { core, course, first } = await group()
    const aside = await newPerson(core, 'aside')
    await joins(core, aside, course, false)
    await expect(core.previewText(aside, { question: QUESTION })).rejects.toMatchObject({ kind: 'not-found' })
    await answer(core, aside, rates(3, 'Words.'))
    expect(await core.previewText(aside, { question: QUESTION })).toMatchObject({ course: null })
    await expect(approve(core, aside)).rejects.toMatchObject({ kind: 'invalid' })
    await expect(core.previewText(first, { question: 'community.my-communities' })).rejects.toMatchObject({
      kind: 'not-found',
    })
  })

  test('a trainer reads cards before the group sees them, hides some, and the group can ask for one to go', async () => {
    const { place, core, trainer, course, members, first, cards } = await group()
    await approve(core, first)
    await approve(core, members[1] as Actor, 'Mine are other words.')
    await tick(place, TICK)
    const groupSees = async () => (await core.cohortForLearner(members[4] as Actor, { cohort: course.id })).cards
    expect(await groupSees()).toEqual([])
    const all = (await cards()).map((card) => card.id)
    await core.markCards(trainer, { cohort: course.id, cards: all, as: 'shown' })
    const [one, other] = await groupSees()
    expect([one?.words, other?.words].sort()).toEqual([WORDS, 'Mine are other words.'].sort())
    await core.reportCard(members[4] as Actor, { cohort: course.id, card: one?.id as string })
    expect(await groupSees()).toHaveLength(2)
    expect((await cards()).some((card) => card.reported)).toBe(false)
    await tick(place, SECOND_TICK)
    expect(await groupSees()).toEqual([other])
    expect((await cards()).find((card) => card.id === one?.id)).toMatchObject({ state: 'hidden', reported: true })
    await core.markCards(trainer, { cohort: course.id, cards: [one?.id as string], as: 'shown' })
    await core.reportCard(members[3] as Actor, { cohort: course.id, card: one?.id as string })
    await tick(place, THIRD_TICK)
    expect(await groupSees()).toHaveLength(2)
  })

  test('erasing everything takes the cards away at the next tick, and the receipt’s hour holds', async () => {
    const { place, core, first, cards } = await group()
    await approve(core, first)
    await tick(place, TICK)
    const { completeBy, erasedAt } = await core.eraseMe(first, { sure: 'delete everything' })
    expect(completeBy).toBeGreaterThan(erasedAt)
    // A picture is made in the week after Monday 9 March, so the words go with it, and not on that Monday.
    await tick(place, '2026-03-09T03:00:00Z')
    expect(await cards()).toHaveLength(1)
    expect(Date.parse(SECOND_TICK)).toBeLessThan(completeBy)
    await tick(place, SECOND_TICK)
    expect(await cards()).toEqual([])
  })

  test('once a card has gone, a backup of the answers from before can’t be read with what is left of the keys', async () => {
    const { place, core, first, course, trainer, cards } = await group()
    await approve(core, first)
    await tick(place, TICK)
    const [card] = await cards()
    await core.withdrawText(first, { question: QUESTION })
    await tick(place, SECOND_TICK)
    const keys = await openKeyStore(place.config, { now: Date.now }, () => {})
    await expect(keys.seal(card?.id as string, 'x')).rejects.toThrow('no key')
    await keys.close()
    expect((await core.cohortInsights(trainer, { cohort: course.id })).questions.flatMap((q) => q.cards)).toEqual([])
  })

  test('nothing in the database leads from a card to its author', async () => {
    const { place, core, first } = await group()
    await approve(core, first)
    await tick(place, TICK)
    if (name !== 'SQLite') return
    const db = new DatabaseSync(`${place.config.dataDir}/standpoint.db`, { readOnly: true })
    const card = db.prepare('select * from card').get() as Record<string, unknown>
    const row = JSON.stringify(db.prepare('select * from approved_text').get())
    for (const fact of [card.id, card.cohort_id, card.place]) expect(row).not.toContain(String(fact))
    expect(JSON.stringify(card)).not.toContain((first as { learnerId: string }).learnerId)
    db.close()
  })
})
