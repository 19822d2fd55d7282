import { expect, test } from 'vitest'
import type { Actor } from '#core/actor.ts'
import type { TextPreview } from '#core/texts/preview-text.ts'
import { cardsSeen, ROLE, writes } from './cards.ts'
import { corpus, KNOWN } from './corpus/corpus.ts'
import { answer, joins, names, newCourse, newMembers, newPerson, newPlace, newTrainer, TICK, tick } from './group.ts'
import { browserOf } from './http.ts'
import { trainerSees } from './views.ts'

const HERE = { origin: 'http://standpoint.example' }
const BUSY = { timeout: 180_000 }

/** A course whose names are known, and people who have answered. */
async function group(people: number) {
  const place = await newPlace()
  const { core } = place
  const trainer = await newTrainer(core)
  const course = await newCourse(core, trainer, { names: KNOWN.people })
  const members = await newMembers(core, course, names(people))
  for (const member of members) await answer(core, member, (writes[ROLE] as (words: string) => never)('Words.'))
  return { place, core, trainer, course, members }
}

test(
  'T17: every structured item of the corpus is pointed out to its author, and its text stays with them',
  BUSY,
  async () => {
    const { place, core, members } = await group(1)
    const browser = await browserOf(place, members[0] as Actor)
    const withContact = corpus('marked').filter(({ wanted }) => wanted.some(({ kind }) => kind === 'contact'))
    expect(withContact.length).toBeGreaterThan(150)
    const missed: string[] = []
    for (const { text, wanted } of withContact) {
      const sent = await browser.post('/api/texts/preview', { question: ROLE, words: text }, HERE)
      const { words, flags, held } = (await sent.json()) as TextPreview
      const marked = flags.map(({ start, end }) => words.slice(start, end)).join(' ')
      for (const { kind, start, end } of wanted)
        if (
          kind === 'contact' &&
          !text
            .slice(start, end)
            .split(/\s+/)
            .every((piece) => pieceIn(piece, marked))
        )
          missed.push(text)
      if (held === null) missed.push(`would go out: ${text}`)
      const approved = await browser.post('/api/texts', { question: ROLE, words, looked: true }, HERE)
      if (approved.status === 200 && ((await approved.json()) as TextPreview).held === null)
        missed.push(`went: ${text}`)
    }
    expect(missed).toEqual([])
    expect((await core.myTexts(members[0] as Actor, {})).texts.every(({ state }) => state === 'held')).toBe(true)
  },
)

/** Whether a piece of an item is among what was marked, however blanks, quotes and dashes were evened out. */
const plain = (text: string) =>
  text
    .normalize('NFKC')
    .replace(/[^\p{L}\p{N}@]/gu, '')
    .toLowerCase()
const pieceIn = (piece: string, marked: string): boolean => plain(marked).includes(plain(piece))

/** One of each kind, by people who say yes to everything. */
const HELD = [
  'Ring me on 07700 900123.',
  'I write to jo.bloggs@example.org.',
  'My number is QQ 12 34 56 C.',
  'We live at SW1A 1AA.',
  'Find me as @kettlekeeper.',
  'Gwendolen Ashgrove was kind.',
  'Then Zxqvlana helped us.',
  'Then nasreen ali helped us.',
  'My partner hits me every night.',
]

test('T17: whatever somebody says yes to, contact details, names and signs of harm never go out', BUSY, async () => {
  const { place, core, trainer, course, members } = await group(HELD.length)
  for (const [i, member] of members.entries()) {
    const browser = await browserOf(place, member)
    const sent = await browser.post('/api/texts', { question: ROLE, words: HELD[i], looked: true }, HERE)
    expect(sent.status, HELD[i]).toBe(200)
    expect((await sent.json()) as TextPreview, HELD[i]).toMatchObject({ held: expect.any(String) })
  }
  await tick(place, TICK)
  const seen = await trainerSees(place, trainer)
  for (const words of HELD) expect(seen).not.toContain(words)
  expect(await cardsSeen(core, trainer, course, ROLE)).toEqual([])
})

test(
  'T17: a place, an organisation, a number or a role goes out only once its author has looked at it',
  BUSY,
  async () => {
    const { place, core, trainer, course } = await group(4)
    const author = await newPerson(core, 'author')
    await joins(core, author, course)
    await answer(core, author, (writes[ROLE] as (words: string) => never)('Words.'))
    const browser = await browserOf(place, author)
    for (const words of ['We met in Leeds.', 'Ashby Council said no.', 'There were 14.']) {
      const unseen = await browser.post('/api/texts', { question: ROLE, words }, HERE)
      expect(unseen.status, words).toBe(422)
      expect(await unseen.json(), words).toMatchObject({ fields: { looked: expect.any(String) } })
    }
    expect((await core.myTexts(author, {})).texts).toEqual([])
    const words = 'We met in Leeds.'
    expect((await browser.post('/api/texts', { question: ROLE, words, looked: true }, HERE)).status).toBe(200)
    await tick(place, TICK)
    expect(await cardsSeen(core, trainer, course, ROLE)).toEqual([words])
  },
)
