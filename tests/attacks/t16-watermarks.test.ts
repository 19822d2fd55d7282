import { expect, test } from 'vitest'
import type { TextPreview } from '#core/texts/preview-text.ts'
import { BELONG, cardsSeen, ROLE, writes } from './cards.ts'
import { answer, joins, names, newCourse, newMembers, newPerson, newPlace, newTrainer, TICK, tick } from './group.ts'
import { browserOf } from './http.ts'
import { trainerSees } from './views.ts'

const HERE = { origin: 'http://standpoint.example' }
/** What everybody writes, when nothing is hidden in it. */
const PLAIN = "We met in the café at two, and it wasn't easy: people were tired."

/** Ways in which somebody's browser, keyboard or will marks everything that they write. */
const WATERMARKS: Record<string, (text: string) => string> = {
  'decomposed letters': (text) => text.normalize('NFD'),
  'double blanks': (text) => text.replaceAll(' ', '  '),
  'no-break blanks': (text) => text.replaceAll(' ', '\u00a0'),
  'thin blanks': (text) => text.replaceAll(' ', '\u2009'),
  'a tab': (text) => text.replace(' ', '\t'),
  'a blank at the end': (text) => `${text} \n`,
  'empty lines before': (text) => `\n\n${text}`,
  'zero-width blanks between words': (text) => text.replaceAll(' ', ' \u200b'),
  'zero-width joiners in a pattern': (text) => text.replace(/(\w)(\w)/g, '$1\u200d$2\u200c'),
  'a word joiner': (text) => text.replace('met', 'm\u2060et'),
  'soft hyphens': (text) => text.replace('people', 'peo\u00adple'),
  'a byte order mark': (text) => `\ufeff${text}`,
  'direction marks': (text) => `\u202a${text}\u202c\u200e`,
  'tag characters': (text) => `${text}\u{e0041}\u{e0042}`,
  'variation selectors': (text) => text.replace('met', 'met\ufe01'),
  'a Cyrillic letter': (text) => text.replace('people', 'p\u0435ople'),
  'a Greek letter': (text) => text.replace('two', 'tw\u03bf'),
  'full-width letters': (text) => text.replace('We', '\uff37\uff45'),
  'mathematical letters': (text) => text.replace('easy', '\u{1d41e}\u{1d41a}\u{1d42c}\u{1d432}'),
  'curly quotes': (text) => text.replace("'", '’'),
  'another apostrophe': (text) => text.replace("'", 'ʼ'),
  'a grapheme joiner': (text) => text.replace('met', 'm\u034fet'),
  'control characters': (text) => text.replace('met', 'm\u0001et\u007f'),
  'a lone surrogate': (text) => `${text}\ud800`,
}

test('T16: whatever somebody’s texts are marked with, they come out like anybody else’s', {
  timeout: 120_000,
}, async () => {
  const place = await newPlace()
  const { core } = place
  const trainer = await newTrainer(core)
  const course = await newCourse(core, trainer)
  await newMembers(core, course, names(2))
  const outcomes: string[] = []
  for (const [i, [name, mark]] of Object.entries(WATERMARKS).entries()) {
    const author = await newPerson(core, `author${i}`)
    await joins(core, author, course)
    const browser = await browserOf(place, author)
    for (const question of [ROLE, BELONG]) {
      await answer(core, author, (writes[question] as (words: string) => never)(mark(PLAIN)))
      const preview = await browser.post('/api/texts/preview', { question, words: mark(PLAIN) }, HERE)
      const { words } = (await preview.json()) as TextPreview
      if (words !== PLAIN) outcomes.push(`${name}: ${JSON.stringify(words)}`)
      expect((await browser.post('/api/texts', { question, words, looked: true }, HERE)).status, name).toBe(200)
    }
  }
  expect(outcomes).toEqual([])
  await tick(place, TICK)
  for (const question of [ROLE, BELONG])
    expect(new Set(await cardsSeen(core, trainer, course, question))).toEqual(new Set([PLAIN]))
  // What is invisible is in no other part of what the trainer can fetch either.
  expect(await trainerSees(place, trainer)).not.toMatch(/[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/u)
})

test('T16: marked words can’t be approved as they are, past the preview', async () => {
  const place = await newPlace()
  const { core } = place
  const course = await newCourse(core, await newTrainer(core))
  const [author] = await newMembers(core, course, ['author'])
  await answer(core, author as never, (writes[ROLE] as (words: string) => never)(PLAIN))
  const browser = await browserOf(place, author as never)
  for (const [name, mark] of Object.entries(WATERMARKS)) {
    const sent = { question: ROLE, words: mark(PLAIN), looked: true }
    expect((await browser.post('/api/texts', sent, HERE)).status, name).toBe(422)
  }
  expect(await (await browser.get('/api/texts')).json()).toEqual({ texts: [] })
})
