import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findWords, wantedIn } from '#core/notebook/find-words.ts'

/** What would be marked in a line. */
const marked = (line: string, search: string) =>
  findWords([line], wantedIn(search))?.[0]?.map(({ start, end }) => line.slice(start, end)) ?? null

test.for([
  ['A Chair by the door', 'chair', ['Chair']],
  ['Cafe\u0301, CAFÉ, café', 'cafe', ['Cafe\u0301', 'CAFÉ', 'café']],
  ['a cafe', 'CAFÉ', ['cafe']],
  ['Łódź and Straße', 'lodz strasse', ['Łódź', 'Straße']],
  ['ﬁne', 'fine', ['ﬁne']],
  ['Don’t stop', "don't", ['Don’t']],
  ['old  friends, old friends', '"old friends"', ['old friends']],
  ['one two', 'two one', ['one', 'two']],
  ['one two', 'one three', null],
  ['aaaa', 'aa', ['aaaa']],
  ['distrust', 'trust', ['trust']],
  ['😀 é 😀', 'e', ['é']],
  ['İstanbul', 'istanbul', ['İstanbul']],
  ['ΟΔΟΣ, οδός', 'Οδος', ['ΟΔΟΣ', 'οδός']],
  ['我们在大厅见面', '大厅', ['大厅']],
  ['a soft\u00adhyphen', 'softhyphen', ['soft\u00adhyphen']],
  [
    'zero\u200bwidth, word\u2060joiner, byte\ufefforder',
    'zerowidth wordjoiner byteorder',
    ['zero\u200bwidth', 'word\u2060joiner', 'byte\ufefforder'],
  ],
  ['softhyphen', 'soft\u00adhyphen', ['softhyphen']],
  ['می\u200cخواهم', 'میخواهم', ['می\u200cخواهم']],
  ['می\u200cخواهم', 'می\u200cخواهم', ['می\u200cخواهم']],
  ['we 👩‍👩‍👧 met', '👩‍👩‍👧', ['👩‍👩‍👧']],
  ['anything', '\u200b', null],
  ['price (50%) .*', '.*', ['.*']],
  ['anything', '  ', null],
] as const)('in “%s”, “%s” is found', ([line, search, expected]) => {
  expect(marked(line, search)).toEqual(expected)
})

test('all the words have to be there, in whichever lines', () => {
  const lines = ['Tea at the hall.', 'Cake at home.']
  expect(findWords(lines, wantedIn('cake tea'))).toEqual([[{ start: 0, end: 3 }], [{ start: 0, end: 4 }]])
  expect(findWords(lines, wantedIn('"hall cake"'))).toBeNull()
})

test('whatever is written, any word of it is found, in order, inside the line and never through a character', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }), fc.nat(), (raw, nth) => {
      const line = raw.toWellFormed()
      const words = line.split(/[\s"“”„]+/).filter((word) => wantedIn(word).length > 0)
      if (words.length === 0) return
      const found = findWords([line], wantedIn(words[nth % words.length] as string))?.[0]
      expect(found?.length).toBeGreaterThan(0)
      let last = 0
      for (const { start, end } of found ?? []) {
        expect(start).toBeGreaterThanOrEqual(last)
        expect(end).toBeGreaterThan(start)
        expect(line.slice(start, end).isWellFormed()).toBe(true)
        last = end
      }
      expect(last).toBeLessThanOrEqual(line.length)
    }),
    { numRuns: 500 },
  )
})
