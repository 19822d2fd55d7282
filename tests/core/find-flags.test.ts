import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findFlags } from '#core/privacy/find-flags.ts'
import { holdsBack } from '#core/privacy/holds-back.ts'
import { shareableText } from '#core/privacy/shareable-text.ts'
import { corpus, type Figures, KNOWN, looked, measure } from '../attacks/corpus/corpus.ts'

const seen = async (typed: string, people: string[] = []) => {
  const text = shareableText(typed)
  return (await findFlags(text, { people })).map(({ kind, start, end }) => `${kind}: ${text.slice(start, end)}`)
}
const share = (part: number, whole: number) => `${part} of ${whole}`
const say = (set: string, kind: string, { found, shown, wanted, right, flagged }: Figures) =>
  console.log(
    `${set}, ${kind}: found ${share(found, wanted)}, marked somehow ${share(shown, wanted)}, right ${share(right, flagged)}`,
  )

describe('the frozen corpus', () => {
  test('has 300 sentences with something in them and 150 without, as they would be shown', () => {
    expect(corpus('marked').length).toBeGreaterThanOrEqual(300)
    expect(corpus('harmless').length).toBeGreaterThanOrEqual(150)
    for (const { text } of [...corpus('marked'), ...corpus('harmless')]) expect(shareableText(text)).toBe(text)
  })

  test.each(['marked', 'firstSight'] as const)(
    'every contact detail is flagged, from its first sign to its last (%s)',
    async (set) => {
      for (const { text, wanted, flags } of await looked(set)) {
        const spans = (list: typeof flags) =>
          list.filter(({ kind }) => kind === 'contact').map(({ start, end }) => text.slice(start, end))
        expect(spans(flags), text).toEqual(spans(wanted))
      }
    },
  )

  /** Least shares of what is found, and of what is flagged that is right. The first set shaped the code, the second came after. */
  test.each([
    ['marked', 'person', 0.99, 0.99],
    ['marked', 'place', 0.97, 0.97],
    ['marked', 'organisation', 0.96, 0.96],
    ['firstSight', 'person', 0.87, 0.96],
    ['firstSight', 'place', 0.56, 0.99],
    ['firstSight', 'organisation', 0.9, 0.99],
  ] as const)('%s: %s', async (set, kind, recall, precision) => {
    const figures = await measure(set, kind)
    say(set, kind, figures)
    expect(figures.found / figures.wanted, figures.missed.join('\n')).toBeGreaterThanOrEqual(recall)
    expect(figures.right / figures.flagged, figures.wrong.join('\n')).toBeGreaterThanOrEqual(precision)
  })

  test('what holds back a harmless sentence is rare', async () => {
    const all = [...(await looked('harmless')), ...(await looked('firstSightHarmless'))]
    const held = all.filter(({ text, flags }) => holdsBack(text, flags))
    const marked = all.filter(({ flags }) => flags.length > 0)
    console.log(
      `harmless: ${share(held.length, all.length)} held back, ${share(marked.length, all.length)} with a word marked`,
    )
    const sounds = held.filter(({ text, flags }) => holdsBack(text, flags) === 'harm')
    expect(held.length).toBe(sounds.length)
    // Words that only sound like harm are held back too: fewer than one in fifty.
    expect(sounds.length / all.length, sounds.map(({ text }) => text).join('\n')).toBeLessThan(0.02)
    expect(marked.length / all.length).toBeLessThan(0.03)
  })
})

test('flags are sorted, never overlap, are never empty, and lie inside the text', async () => {
  const words = corpus('marked').flatMap(({ text }) => text.split(' '))
  await fc.assert(
    fc.asyncProperty(fc.array(fc.constantFrom(...words), { maxLength: 20 }), async (some) => {
      const text = some.join(' ')
      let last = 0
      for (const { start, end } of await findFlags(text, KNOWN)) {
        expect(start).toBeGreaterThanOrEqual(last)
        expect(end).toBeGreaterThan(start)
        expect(end).toBeLessThanOrEqual(text.length)
        last = end
      }
    }),
    { numRuns: 300 },
  )
})

describe('names that are words as well', () => {
  test.each([
    ['Will said so, and Grace agreed', ['person: Will', 'person: Grace']],
    ['I will mark my hope with grace and joy in May', []],
    ['We met June in June', ['person: June']],
    ['Grace is needed. Hope matters.', []],
    ['The vicar of St Mary’s Church came', ['role: The vicar', "place: St Mary's Church"]],
    ['I read Sarah Jones Street', ['person: Sarah Jones']],
  ])('%s', async (typed, flags) => {
    expect((await seen(typed)).slice(0, 2)).toEqual(flags)
  })

  test('the course’s own names are found in any case and order', async () => {
    for (const typed of ['ali, nasreen', 'NASREEN ALI', 'ask nasreen’s friend', 'Ms Ali'])
      expect((await seen(typed, ['Dr Nasreen Ali']))[0]).toMatch(/^person: /)
    expect(await seen('i think wxyz knows', ['Wxyz Qrst'])).toEqual(['person: wxyz'])
    expect((await seen('ask will hope', ['Will Hope'])).every((flag) => flag.startsWith('person'))).toBe(true)
    expect(await seen('Will it work? I hope so.', ['Will Hope'])).toEqual([])
  })
})

test.each([
  ['I am the only Muslim woman here', 'role: the only Muslim woman here'],
  ['our chair shouts', 'role: our chair'],
  ['My line manager knows', 'role: My line manager'],
  ['I was 43', 'number: 43'],
  ['it cost £4,500', 'number: £4,500'],
  ['we saw Xhosandra there', 'maybe-person: Xhosandra'],
])('%s', async (typed, flag) => {
  expect(await seen(typed)).toContain(flag)
})

test.each([
  'We had 1998 1999 2000 as lean years.',
  'It cost £1,000,000 and £12,500.50, from 10:30-12:30.',
  'Between 2019-2020 clause 4.2.1 and K12 and PC3 were read.',
  '100 000 people, 3/4 of us, 50% of them, 24/7, in 1994.',
  'On a scale of 0 to 10 I am 7. 1 2 3 4 5 steps. Score 2-1-0.',
  'one two three four go, and 2 May, and 3 June',
  'We are on it.it works e.g. here and so on.etc',
])('no contact details: %s', async (typed) => {
  expect((await seen(typed)).filter((flag) => flag.startsWith('contact'))).toEqual([])
})

test('a card is held back for harm, then contact, then a name, and for nothing else', async () => {
  const why = async (text: string) => holdsBack(text, await findFlags(text, KNOWN))
  expect(await why('My husband hits me. Ring 07700 900123.')).toBe('harm')
  expect(await why('Dave is on 07700 900123.')).toBe('contact')
  expect(await why('Dave is loud.')).toBe('names-somebody')
  expect(await why('Our chair, who is 61, lives in Sheffield and works for Riverside Trust.')).toBe(null)
})
