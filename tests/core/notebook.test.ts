import { expect, test } from 'vitest'
import { type Actor, VISITOR } from '#core/actor.ts'
import {
  answer,
  chooses,
  joins,
  names,
  newCourse,
  newMembers,
  newPerson,
  newTrainer,
  openAt,
  rates,
  TICK,
  tick,
} from '#tests/attacks/group.ts'
import { forEachDatabase } from '#tests/support/databases.ts'

const BELONG = 'community.belong'
const EDGE = 'community.on-the-edge'

forEachDatabase((_name, fresh) => {
  const begin = async () => {
    const place = await openAt(await fresh())
    const me = await newPerson(place.core, 'me')
    const says = (story: string, channel: 'web' | 'slack' = 'web') =>
      place.core.saveAnswer(me, { question: BELONG, value: { story }, channel })
    const found = async (words: string) => (await place.core.myNotebook(me, { words })).entries
    return { place, core: place.core, me, says, found }
  }

  test('a visitor and somebody who hasn’t written have an empty notebook in which every question is open', async () => {
    const { core, me } = await begin()
    for (const actor of [VISITOR, me]) {
      const notebook = await core.myNotebook(actor, {})
      expect(notebook).toMatchObject({ entries: [], answered: 0, isSearch: false })
      expect(notebook.open).toHaveLength(core.content.questions.filter((q) => !q.retired).length)
    }
  })

  test('an answer says what it was first and what changed, and what is taken back is open again', async () => {
    const { place, core, me, says } = await begin()
    await says('Somebody kept a chair.')
    expect((await core.myNotebook(me, {})).entries).toMatchObject([{ thenAndNow: null, revision: 1 }])
    place.at('2026-03-04T09:00:00.000Z')
    await says('Nobody kept a chair.')
    await says('Nobody kept me a chair.', 'slack')
    const [entry] = (await core.myNotebook(me, {})).entries
    expect(entry).toMatchObject({
      revision: 3,
      thenAndNow: { first: { lines: ['Somebody kept a chair.'], revision: 1 } },
    })
    expect(entry?.thenAndNow?.changes).toEqual([
      { kind: 'removed', text: 'Somebody' },
      { kind: 'added', text: 'Nobody' },
      { kind: 'same', text: ' kept ' },
      { kind: 'added', text: 'me ' },
      { kind: 'same', text: 'a chair.' },
    ])
    const isOpen = async () => (await core.myNotebook(me, {})).open.some(({ id }) => id === BELONG)
    expect(await isOpen()).toBe(false)
    await says('')
    expect(await isOpen()).toBe(true)
    expect((await core.myNotebook(me, {})).answered).toBe(0)
  })

  test('any two versions can be laid over each other, and only one’s own', async () => {
    const { core, me, says } = await begin()
    for (const story of ['One chair.', 'Two chairs.', '', 'Three chairs.']) await says(story)
    const versions = (more = {}, actor = me) => core.myVersions(actor, { question: BELONG, ...more })
    const all = await versions()
    expect(all.versions.map(({ lines, blank }) => (blank ? null : lines[0]))).toEqual([
      'One chair.',
      'Two chairs.',
      null,
      'Three chairs.',
    ])
    expect(all.compared).toMatchObject({ from: { revision: 1 }, to: { revision: 4 } })
    const { compared } = await versions({ from: 4, to: 2 })
    expect(compared).toMatchObject({ from: { revision: 2 }, to: { revision: 4 }, wordingChanged: false })
    expect(compared?.changes[0]).toEqual({ kind: 'removed', text: 'Two' })
    expect((await versions({ from: 3, to: 4 })).compared?.changes).toEqual([{ kind: 'added', text: 'Three chairs.' }])
    await expect(versions({ from: 9 })).rejects.toMatchObject({ kind: 'not-found' })
    for (const actor of [VISITOR, await newPerson(core, 'other')])
      await expect(versions({}, actor)).rejects.toMatchObject({ kind: 'not-found' })
  })

  test('a search finds the newest version that has the words, and says whether it is the newest', async () => {
    const { core, me, says, found } = await begin()
    for (const story of ['A blue chair.', 'A blue stool.', 'A café stool.']) await says(story)
    await core.saveAnswer(me, { question: EDGE, value: { door: 'A private stool.' }, channel: 'web' })
    expect(await found('CAFE')).toMatchObject([{ question: { id: BELONG }, found: { isNewest: true } }])
    expect(await found('blue')).toMatchObject([{ found: { isNewest: false, in: { revision: 2 } } }])
    expect(await found('chair')).toMatchObject([{ found: { isNewest: false, in: { revision: 1 } } }])
    expect((await found('stool')).map(({ question }) => question.id)).toEqual([BELONG, EDGE])
    expect(await found('blue café')).toEqual([])
    expect(await found('sofa')).toEqual([])
    expect((await core.myNotebook(await newPerson(core, 'other'), { words: 'stool' })).entries).toEqual([])
  })

  test('beside each answer stands what a trainer was shown of it, also of a course that was left', async () => {
    const { place, core, me } = await begin()
    const course = await newCourse(core, await newTrainer(core), { name: 'Tuesday group' })
    const others = await newMembers(core, course, names(5))
    await joins(core, me, course)
    for (const person of [me, ...others]) await answer(core, person as Actor, chooses('with'))
    await answer(core, me, rates(3, 'Only mine.'))
    const courses = async () => {
      const { entries } = await core.myNotebook(me, {})
      return Object.fromEntries(entries.map((e) => [e.question.id, e.courses]))
    }
    expect(await courses()).toMatchObject({
      'cd.doing-with': [{ state: 'waiting', shown: [], course: { name: 'Tuesday group', joined: true } }],
      'cd.my-role': [{ state: 'waiting' }],
    })
    await tick(place, TICK)
    expect(await courses()).toMatchObject({
      'cd.doing-with': [{ state: 'shown', shown: [{ closedAt: TICK }] }],
      'cd.my-role': [{ state: 'unseen', shown: [] }],
    })
    await core.leaveCohort(me, { cohort: course.id })
    await answer(core, me, chooses('for'))
    const left = await courses()
    expect(left['cd.doing-with']).toMatchObject([
      { state: 'shown', shown: [{ closedAt: TICK }], course: { name: 'Tuesday group', joined: false } },
    ])
    expect(left['cd.my-role']).toEqual([])
  })
})
