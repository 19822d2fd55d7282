import { expect, test } from 'vitest'
import { type Actor, VISITOR } from '#core/actor.ts'
import type { SetUp } from '#core/cohorts/set-up.ts'
import type { Insights } from '#core/insights/cohort-insights.ts'
import type { BrowserClient } from '#tests/support/browser-client.ts'
import {
  joins,
  names,
  newCourse,
  newMembers,
  newPerson,
  newPlace,
  newTrainer,
  type Place,
  SECOND_TICK,
  THIRD_TICK,
  TICK,
  tick,
  worlds,
} from './group.ts'
import { browserOf, everythingOf } from './http.ts'
import { memberSees, trainerSees } from './views.ts'

const PUBLIC = { origin: 'http://standpoint.example' }
const BUSY = { timeout: 180_000 }
const OWN = { ask: 'How safe do you feel here?', options: ['Safe', 'Not safe'], several: false }

async function course(people: number, more = {}) {
  const place = await newPlace()
  const trainer = await newTrainer(place.core)
  const made = await newCourse(place.core, trainer, more)
  const client = await browserOf(place, trainer)
  const asks = (sent: object) => client.post(`/api/cohorts/${made.id}/questions`, sent, PUBLIC)
  const question = ((await (await asks(OWN)).json()) as SetUp).questions.at(-1)?.id as string
  return { place, trainer, made, client, asks, question, members: await newMembers(place.core, made, names(people)) }
}

/** A learner answers in their browser. */
async function answers(place: Place, who: Actor, question: string, value: object = { choice: 'option-1' }) {
  return (await browserOf(place, who)).post('/api/answers', { question, value }, PUBLIC)
}

const picturesOf = async (client: BrowserClient, cohort: string, question: string) =>
  ((await (await client.get(`/api/cohorts/${cohort}/insights`)).json()) as Insights).questions.find(
    (q) => q.id === question,
  )?.pictures

test(
  'T24: eight people are needed, also where the course asks for five; then its picture is bands of its options',
  BUSY,
  async () => {
    const { place, trainer, made, question, members } = await course(8)
    expect(question).toMatch(/^own\.[0-9a-f]{20}$/)
    expect(made.k).toBe(5)
    for (const member of members.slice(0, 7)) expect((await answers(place, member, question)).status).toBe(200)
    const { seven, eight } = await worlds(place, 'seven', 'eight')
    await answers(eight, members[7] as Actor, question, { choice: 'option-2' })
    expect(await trainerSees(eight, trainer)).toBe(await trainerSees(seven, trainer))
    for (const world of [seven, eight]) await tick(world, TICK)
    expect(await picturesOf(await browserOf(seven, trainer), made.id, question)).toEqual([])
    const pictures = await picturesOf(await browserOf(eight, trainer), made.id, question)
    expect(pictures?.[0]?.parts[0]?.groups[0]?.cells).toEqual([
      { key: 'option-1', label: 'Safe', band: 'most' },
      { key: 'option-2', label: 'Not safe', band: 'few-or-none' },
    ])
  },
)

test(
  'T24: below eight, the trainer and other members see the same, whether and whatever the target answered',
  BUSY,
  async () => {
    const { place, trainer, made, question, members } = await course(7)
    const [target, ...others] = members as [Actor, ...Actor[]]
    for (const member of others) await answers(place, member, question)
    const { silent, low, high } = await worlds(place, 'silent', 'low', 'high')
    await answers(low, target, question, { choice: 'option-1' })
    await answers(high, target, question, { choice: 'option-2' })
    const seenIn = async (world: Place) =>
      `${await trainerSees(world, trainer)}\n${await memberSees(world, others[0] as Actor, made)}`
    for (const time of ['2026-03-02T12:00:00Z', TICK, SECOND_TICK]) {
      for (const world of [silent, low, high]) await tick(world, time)
      const seen = await seenIn(silent)
      expect(await seenIn(low)).toBe(seen)
      expect(await seenIn(high)).toBe(seen)
    }
    // Taken back, it is so for everybody, and the reply is the same in all.
    for (const world of [silent, low, high])
      await (await browserOf(world, trainer)).post(`/api/cohorts/${made.id}/questions/withdraw`, { question }, PUBLIC)
    expect(await seenIn(low)).toBe(await seenIn(silent))
    const eighth = await newPerson(low.core, 'eighth')
    await joins(low.core, eighth, made)
    await low.core.saveAnswer(eighth, { question, value: { choice: 'option-1' }, channel: 'web' })
    expect(await tick(low, THIRD_TICK)).toMatchObject({ batches: 0 })
    const mine = (await low.core.cohortForLearner(eighth, { cohort: made.id })).mine
    expect(mine.find((m) => m.question.id === question)?.state).toBe('unseen')
  },
)

test('T24: no words of anybody’s: the trainer can’t ask for them, and learners can’t send them', BUSY, async () => {
  const { place, asks, question, members } = await course(1)
  for (const more of [
    { type: 'long-text' },
    { parts: [{ type: 'short-text', name: 'why' }] },
    { sensitivity: 'S0' },
    { k: 3 },
    { aggregate: 'none' },
    { themes: [] },
    { question },
    { id: question },
  ])
    expect([more, (await asks({ ...OWN, ...more })).status]).toEqual([more, 422])
  for (const [wrong, field] of [
    [{ ask: '' }, 'ask'],
    [{ ask: 'x'.repeat(301) }, 'ask'],
    [{ options: ['One'] }, 'options'],
    [{ options: names(9) }, 'options'],
    [{ options: ['Yes', 'x'.repeat(81)] }, 'options.1'],
    [{ options: ['Yes', ' YES '] }, 'options'],
    [{ several: 'maybe' }, 'several'],
  ] as const) {
    const refused = await asks({ ...OWN, ...wrong })
    expect([refused.status, Object.keys(((await refused.json()) as { fields: object }).fields)]).toEqual([422, [field]])
  }
  for (const value of [
    { choice: 'Because I was hurt' },
    { choice: ['option-1'] },
    { choice: 'option-3' },
    { choice: 'option-1', reason: 'Because I was hurt' },
    { why: 'Because I was hurt' },
  ])
    expect([value, (await answers(place, members[0] as Actor, question, value)).status]).toEqual([value, 422])
})

test(
  'T24: it is frozen the moment it is asked; the same words asked again are a new question, with nothing in it',
  BUSY,
  async () => {
    const { place, made, client, asks, question, members } = await course(9)
    const before = await place.core.questionToAnswer(members[0] as Actor, { question })
    for (const member of members.slice(0, 8)) await answers(place, member, question)
    await tick(place, TICK)
    const pictures = await picturesOf(client, made.id, question)
    expect(pictures).toHaveLength(1)
    const again = ((await (await asks(OWN)).json()) as SetUp).questions.at(-1)?.id as string
    expect(again).not.toBe(question)
    // Whether somebody has answered or nobody: a refusal that depends on it would tell.
    const edits = async (id: string) => {
      const replies: string[] = []
      for (const path of ['questions', `questions/${id}`, 'questions/edit'])
        for (const more of [{ question: id }, { id }]) {
          const sent = { ...OWN, ask: 'Other?', ...more }
          replies.push(await everythingOf(await client.post(`/api/cohorts/${made.id}/${path}`, sent, PUBLIC)))
        }
      return replies.map((reply) => reply.replaceAll(id, 'ID'))
    }
    const refusals = await edits(question)
    expect(refusals.every((reply) => /^4\d\d/.test(reply))).toBe(true)
    expect(await edits(again)).toEqual(refusals)
    for (const id of [question, again])
      expect(await place.core.questionToAnswer(members[0] as Actor, { question: id })).toEqual({ ...before, id })
    await tick(place, SECOND_TICK)
    expect(await picturesOf(client, made.id, again)).toEqual([])
    // Seven answer anew, and the eighth only the first time round.
    for (const member of members.slice(0, 7)) await answers(place, member, again)
    await tick(place, THIRD_TICK)
    expect(await picturesOf(client, made.id, again)).toEqual([])
    await client.post(`/api/cohorts/${made.id}/questions/withdraw`, { question }, PUBLIC)
    expect(await picturesOf(client, made.id, question)).toEqual(pictures)
    // There is no way back, and a second try is the same as for nothing.
    const twice = await client.post(`/api/cohorts/${made.id}/questions/withdraw`, { question }, PUBLIC)
    const none = await client.post(`/api/cohorts/${made.id}/questions/withdraw`, { question: 'own.none' }, PUBLIC)
    expect(await everythingOf(twice)).toBe(await everythingOf(none))
  },
)

test(
  'T24: for everybody else its id is an id of nothing, as JSON and as a form; whoever answered keeps it',
  BUSY,
  async () => {
    const { place, made, question, members } = await course(3)
    // One stays: what is there for a member is not there for others.
    const [gone, silent] = members as [Actor, Actor]
    await answers(place, gone, question)
    for (const member of [gone, silent]) await place.core.leaveCohort(member, { cohort: made.id })
    const other = await newTrainer(place.core)
    const elsewhere = await newCourse(place.core, other, { name: 'Elsewhere' })
    const [foreign] = await newMembers(place.core, elsewhere, ['foreign'])
    const nothing = `own.${'0'.repeat(20)}`
    for (const who of [VISITOR, await newPerson(place.core, 'stranger'), silent, foreign as Actor, other]) {
      const client = await browserOf(place, who)
      const ask = async (id: string) => {
        const fields = { question: id, choice: 'option-1', page: '/notebook' }
        const replies = [
          await client.post('/api/answers', { question: id, value: { choice: 'option-1' } }, PUBLIC),
          await client.post('/api/answers', { question: id, value: { choice: 'x' }, wording: 'x' }, PUBLIC),
          await client.post('/api/answers', new URLSearchParams(fields), PUBLIC),
          await client.post('/api/answers', new URLSearchParams({ ...fields, clear: 'yes' }), PUBLIC),
        ]
        const texts: string[] = []
        for (const reply of replies) texts.push((await everythingOf(reply)).replaceAll(id, 'ID'))
        return texts
      }
      const real = await ask(question)
      expect(real).toEqual(await ask(nothing))
      expect(real.every((text) => text.startsWith('404'))).toBe(true)
      expect(client.cookie === '').toBe(who.kind === 'visitor')
    }
    const notebook = await (await (await browserOf(place, gone)).get('/notebook')).text()
    expect(notebook).toContain('Questions from your courses')
    expect(notebook).toContain(OWN.ask)
    expect((await answers(place, gone, question, { choice: null })).status).toBe(200)
  },
)

test(
  'T24: wording that may point at one person comes back with a warning, and anew when it is changed',
  BUSY,
  async () => {
    const { made, client, asks } = await course(1)
    const pointing = { ...OWN, ask: 'As the only woman here, how safe do you feel?' }
    const warned = await asks(pointing)
    expect(warned.status).toBe(422)
    const { fields } = (await warned.json()) as { fields: Record<string, string> }
    expect(fields.confirmed).toContain('As the only')
    expect((await asks({ ...pointing, confirmed: ['something else'] })).status).toBe(422)
    const page = async (more: Record<string, string>) => {
      const fields = { form: 'own-question', ask: pointing.ask, several: 'no', ...more }
      const form = new URLSearchParams(fields)
      for (const option of OWN.options) form.append('option', option)
      return client.post(`/api/cohorts/${made.id}/questions`, form, PUBLIC)
    }
    const again = await page({})
    const html = await again.text()
    expect(again.status).toBe(422)
    expect(html).toContain('value="As the only woman here, how safe do you feel?"')
    const boxes = [...html.matchAll(/name="confirmed" value="([^"]+)"/g)].map((m) => m[1] as string)
    expect(boxes).toContain('As the only')
    const changed = await page({ ask: `${pointing.ask} Or the treasurer?`, confirmed: boxes[0] as string })
    expect(changed.status).toBe(422)
    expect((await asks({ ...pointing, confirmed: boxes })).status).toBe(200)
  },
)

test('T24: a trainer’s words are shown as text and nothing else, on every page that has them', BUSY, async () => {
  const tag = '<img src=x onerror=alert(1)>'
  const { place, made, client, asks, members } = await course(8, { name: `${tag} & Co`, trainer: `"${tag}` })
  const hostile = { ask: `${tag} & “fine”?`, options: ['<b>Yes</b>', '"No\u202e"'], several: false, confirmed: ['Yes'] }
  const typed = new URLSearchParams({ form: 'own-question', ask: hostile.ask, several: 'no', option: '<b>Yes</b>' })
  const refused = await client.post(`/api/cohorts/${made.id}/questions`, typed, PUBLIC)
  expect(refused.status).toBe(422)
  const asked = (await (await asks(hostile)).json()) as SetUp
  const question = asked.questions.find((q) => q.ask === hostile.ask)?.id as string
  const room = `/trainer/cohorts/${made.id}`
  const before = await (await client.get(room)).text()
  for (const member of members) expect((await answers(place, member, question)).status).toBe(200)
  await tick(place, TICK)
  expect(await picturesOf(client, made.id, question)).toHaveLength(1)
  const invited = await (await client.post(`/api/cohorts/${made.id}/invitation`, {}, PUBLIC)).json()
  const member = await browserOf(place, members[0] as Actor)
  const other = await browserOf(place, await newTrainer(place.core))
  const pages: [BrowserClient, string][] = [
    [client, room],
    [client, `${room}/copy`],
    [member, `/cohort/${made.id}`],
    [member, '/notebook'],
    [await browserOf(place, VISITOR), `/join/${made.joinCode}`],
    [other, `/trainer/invitations/${(invited as { secret: string }).secret}`],
  ]
  const shown: [string, string][] = [
    ['the form again', await refused.text()],
    ['the room before a picture', before],
  ]
  for (const [who, path] of pages) shown.push([path, await (await who.get(path)).text()])
  for (const [path, html] of shown) {
    expect(html, path).toContain('&lt;img src=x onerror=alert(1)&gt; &amp; “fine”?')
    expect(html, path).not.toMatch(/<img src=x|<b>Yes|\u202e/)
  }
  for (const [who, path] of [
    [client, '/trainer'],
    [member, '/cohort'],
  ] as const)
    expect(await (await who.get(path)).text()).toMatch(/^(?!.*<img src=x).*&lt;img src=x/s)
})

test('T24: no more than twenty in a course, also when many are asked at once', BUSY, async () => {
  const { made, asks, place, trainer } = await course(0)
  for (let i = 2; i <= 18; i++) expect((await asks({ ...OWN, ask: `Question ${i}?` })).status).toBe(200)
  await Promise.all(names(6).map((name) => asks({ ...OWN, ask: `Is ${name} the code?` })))
  for (let i = 0; i < 3; i++) await asks({ ...OWN, ask: `And ${i}?` })
  const { questions } = await place.core.cohortSetUp(trainer, { cohort: made.id })
  expect(questions.filter((q) => q.own)).toHaveLength(20)
})
