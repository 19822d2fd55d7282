import { beforeEach, expect, test } from 'vitest'
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
  type Place,
  SECOND_TICK,
  TICK,
  tick,
} from '#tests/attacks/group.ts'
import { browserOf, serve } from '#tests/attacks/http.ts'
import { BrowserClient } from '#tests/support/browser-client.ts'
import { forEachDatabase } from '#tests/support/databases.ts'

/** Where forms come from: the place’s public address. */
const HERE = { origin: 'http://standpoint.example', 'sec-fetch-site': 'same-origin' }
const form = (fields: Record<string, string>) => new URLSearchParams(fields)

forEachDatabase((_name, fresh) => {
  let place: Place
  let at: BrowserClient
  let actor: Actor
  beforeEach(async () => {
    place = await openAt(await fresh())
    const url = await serve(place)
    at = new BrowserClient(() => url)
    const { secret, learnerId } = await place.core.startNotebook(VISITOR, {})
    at.cookie = `standpoint=${secret}`
    actor = { kind: 'learner', learnerId }
  })
  const page = async () => (await at.get('/privacy-settings')).text()
  const says = async (text: string) => JSON.stringify(await (await at.post('/api/chat', { text }, HERE)).json())

  test('a form without script switches quoting on, the companion then quotes personal answers, and off again', async () => {
    await at.post(
      '/api/answers',
      { question: 'community.belong', value: { story: 'the choir let me in' }, base: 0 },
      HERE,
    )
    await at.post('/api/answers', { question: 'community.on-the-edge', value: { door: 'by myself' }, base: 0 }, HERE)
    expect(await says('what did I say about community?')).not.toContain('the choir')
    const on = await at.post('/api/choices', form({ what: 'quoting', yes: 'yes' }), HERE)
    expect([on.status, on.headers.get('location')]).toEqual([303, '/privacy-settings#quoting'])
    expect(await page()).toMatch(/You said yes[\s\S]*The words were: “The companion may quote my personal answers/)
    const said = await says('what did I say about community?')
    expect(said).toContain('the choir let me in')
    expect(said).not.toContain('by myself')
    await at.post('/api/choices', form({ what: 'quoting', yes: 'no' }), HERE)
    expect(await says('what did I say about community?')).not.toContain('the choir')
  })

  test('who is counted stops and starts it there, and comes back there; what a tick counts obeys', async () => {
    const trainer = await newTrainer(place.core)
    const course = await newCourse(place.core, trainer)
    const me = await newPerson(place.core, 'me')
    await joins(place.core, me, course)
    for (const person of [me, ...(await newMembers(place.core, course, names(4)))])
      await answer(place.core, person, chooses('with'))
    const { secret: link } = await place.core.offerLink(me, {
      account: { kind: 'slack', subject: 'T0COURSE:Ume' },
    })
    await at.post('/api/link/open', { link, together: true }, HERE)
    expect(await page()).toContain('you are counted')
    const next = '/privacy-settings#counted'
    const stop = await at.post(`/api/cohorts/${course.id}/counted`, form({ counted: 'no', next }), HERE)
    expect([stop.status, stop.headers.get('location')]).toEqual([303, next])
    expect(await page()).toMatch(
      /you are not counted[\s\S]*No, or taken back<\/b> to being counted in Neighbours’ course/,
    )
    expect(await tick(place, TICK)).toMatchObject({ batches: 0 })
    await at.post(`/api/cohorts/${course.id}/counted`, form({ counted: 'yes', next }), HERE)
    expect(await tick(place, SECOND_TICK)).toMatchObject({ batches: 1 })
  })

  test('P16: the switch says of a course whose pictures a channel sees that it does, and of no other', async () => {
    const trainer = await newTrainer(place.core)
    await joins(place.core, actor, await newCourse(place.core, trainer, { name: 'Alone' }), false)
    expect(await page()).not.toContain('Slack channel sees')
    await joins(place.core, actor, await newCourse(place.core, trainer, { name: 'Seen', channelSees: true }), false)
    expect(await page()).toMatch(/Seen<\/a>: <b>you are not counted\.<\/b> Everybody in its Slack channel sees/)
    expect((await page()).match(/Slack channel sees/g)).toHaveLength(1)
  })

  test('a form’s way back leads to no other site', async () => {
    const course = await newCourse(place.core, await newTrainer(place.core))
    await joins(place.core, actor, course)
    for (const next of ['https://elsewhere.example/', '//elsewhere.example', 'javascript:alert(1)']) {
      const sent = await at.post(`/api/cohorts/${course.id}/counted`, form({ counted: 'no', next }), HERE)
      expect(sent.headers.get('location'), next).toBe('/')
    }
  })

  test('a visitor sees that nothing is seen; a choice that is none is refused; JSON says the same as the page', async () => {
    const visitor = await browserOf(place, VISITOR)
    const seen = await visitor.get('/privacy-settings')
    expect(seen.headers.getSetCookie()).toEqual([])
    expect(await seen.text()).toContain('nobody can see anything of yours')
    expect((await at.post('/api/choices', { what: 'everything', yes: true }, HERE)).status).toBe(422)
    expect(await (await at.post('/api/choices', { what: 'model', yes: true }, HERE)).json()).toEqual({
      what: 'model',
      yes: true,
    })
    expect(await (await at.get('/api/choices')).json()).toMatchObject({
      courses: [],
      model: null,
      agreed: [{ kind: 'model', given: true }],
    })
    expect(
      (await visitor.post('/api/choices', { what: 'model', yes: true }, { origin: 'http://elsewhere.example' })).status,
    ).toBe(404)
  })
})
