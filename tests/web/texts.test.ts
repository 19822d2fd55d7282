import { expect, test } from 'vitest'
import type { SetUp } from '#core/cohorts/set-up.ts'
import { answer, names, newCourse, newMembers, newPlace, newTrainer, rates, TICK, tick } from '#tests/attacks/group.ts'
import { browserOf } from '#tests/attacks/http.ts'
import type { BrowserClient } from '#tests/support/browser-client.ts'

const WORDS = 'Somebody saved me a chair.'
const BRACKETS = '<script>alert(1)</script> & “quotes”'
const HERE = { origin: 'http://standpoint.example' }
const form = (fields: Record<string, string>) => new URLSearchParams(fields)

/** A course of five who have answered, and the browsers of two of them and of the trainer. */
async function group() {
  const place = await newPlace()
  const trainer = await newTrainer(place.core)
  const course = await newCourse(place.core, trainer)
  const members = await newMembers(place.core, course, names(5))
  for (const member of members) await answer(place.core, member, rates(2, `${WORDS} ${WORDS}`))
  const [mine, other] = await Promise.all([members[0], members[1]].map((member) => browserOf(place, member as never)))
  return {
    place,
    course,
    mine: mine as BrowserClient,
    other: other as BrowserClient,
    room: await browserOf(place, trainer),
  }
}

const cardIn = async (room: BrowserClient, course: SetUp): Promise<string> => {
  const page = await (await room.get(`/trainer/cohorts/${course.id}`)).text()
  return /name="cards" value="([^"]+)"/.exec(page)?.[1] ?? 'no card'
}

test('with forms alone, words are chosen, looked at, approved, read by the trainer, shown, reported, taken back', async () => {
  const { place, course, mine, other, room } = await group()
  const groupSees = async () => (await other.get(`/cohort/${course.id}`)).text()
  expect(await (await mine.get(`/cohort/${course.id}`)).text()).toContain('href="/share/cd.my-role"')
  expect(await (await mine.get('/share/cd.my-role')).text()).toContain(`${WORDS} ${WORDS}</textarea>`)
  const looked = await mine.post('/api/texts/preview', form({ question: 'cd.my-role', words: BRACKETS }), HERE)
  const look = await looked.text()
  expect(looked.status).toBe(200)
  expect(look).toContain('This is how it would look')
  expect(look).not.toContain('<script>alert')
  const approved = await mine.post('/api/texts', form({ question: 'cd.my-role', words: WORDS }), HERE)
  expect([approved.status, approved.headers.get('location')]).toEqual([303, '/share/cd.my-role'])
  expect(await (await mine.get('/share/cd.my-role')).text()).toContain('Waits.')

  await tick(place, TICK)
  const roomPage = await (await room.get(`/trainer/cohorts/${course.id}`)).text()
  // Before it was read it is on no screen, only in the list to read.
  expect(roomPage.indexOf(WORDS)).toBeGreaterThan(roomPage.indexOf('Read them by yourself'))
  expect(await groupSees()).not.toContain(WORDS)
  const card = await cardIn(room, course)
  await room.post(`/api/cohorts/${course.id}/cards`, form({ cards: card, as: 'shown' }), HERE)
  expect(await groupSees()).toContain(WORDS)

  const reported = await other.post(`/api/cohorts/${course.id}/cards/report`, form({ card }), HERE)
  expect(await (await other.get(reported.headers.get('location') as string)).text()).toContain(
    'Nobody is told who asked',
  )
  const withdrawn = await mine.post('/api/texts/withdraw', form({ question: 'cd.my-role' }), HERE)
  expect(withdrawn.headers.get('location')).toBe('/share')
  expect(await (await mine.get('/share')).text()).toContain('Taken back.')
})

test('what can’t be approved comes back with the words and with what is wrong', async () => {
  const { mine } = await group()
  const words = 'It took us 14 weeks.'
  const refused = await mine.post('/api/texts', form({ question: 'cd.my-role', words }), HERE)
  expect(refused.status).toBe(422)
  const page = await refused.text()
  expect(page).toContain('Look at what is marked')
  expect(page).toContain(words)
  const ticked = await mine.post('/api/texts', form({ question: 'cd.my-role', words, looked: 'yes' }), HERE)
  expect(ticked.status).toBe(303)
})

test('several lines go through a browser’s form just as they were seen', async () => {
  const { mine } = await group()
  const lines = 'The first line.\nThe second.'
  const sent = form({ question: 'cd.my-role', words: lines.replace('\n', '\r\n') })
  expect((await mine.post('/api/texts', sent, HERE)).status).toBe(303)
  expect(await (await mine.get('/api/texts')).json()).toMatchObject({ texts: [{ words: lines }] })
})

test('a card can be shown or hidden by its own trainer only, and reported by the group only', async () => {
  const { place, course, mine, room } = await group()
  await mine.post('/api/texts', { question: 'cd.my-role', words: WORDS }, HERE)
  await tick(place, TICK)
  const card = await cardIn(room, course)
  const stranger = await browserOf(place, await newTrainer(place.core))
  const mark = async (browser: BrowserClient) =>
    (await browser.post(`/api/cohorts/${course.id}/cards`, { cards: [card], as: 'shown' }, HERE)).status
  const report = async (browser: BrowserClient) =>
    (await browser.post(`/api/cohorts/${course.id}/cards/report`, { card }, HERE)).status
  expect([await mark(stranger), await mark(mine)]).toEqual([404, 404])
  // Not shown to the group yet: to a member it isn't there.
  expect(await report(mine)).toBe(404)
  expect(await mark(room)).toBe(200)
  expect([await report(stranger), await report(mine)]).toEqual([404, 200])
})
