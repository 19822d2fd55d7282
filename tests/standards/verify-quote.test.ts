import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checked, quotesOf } from '#core/standards/quote.ts'
import { verifyQuote } from '#core/standards/verify-quote.ts'
import { clauses, standards } from './loaded.ts'

const clause = fc.constantFrom(...clauses)
const words = (text: string) => text.split(' ')
const long = fc.constantFrom(...clauses.filter((c) => words(c.text).length >= 6))

test('every clause verifies as itself, and under no other id whose words differ', () => {
  fc.assert(
    fc.property(clause, clause, (a, b) => {
      expect(verifyQuote(a, a.text)).toBe(true)
      if (!b.text.includes(a.text) && !a.text.includes(b.text)) expect(verifyQuote(b, a.text)).toBe(false)
    }),
  )
})

test('kinds of white space, quotation marks and dashes make no difference', () => {
  fc.assert(
    fc.property(clause, ({ uid, text }) => {
      const variants = [
        `“${text}”`,
        `  ${text.replaceAll(' ', '  ')}\n`,
        text.replaceAll("'", '’'),
        text.replaceAll('’', "'"),
        text.replaceAll('-', '–'),
        `${text}.`,
        text.replaceAll(' ', '\u00a0'),
      ]
      for (const variant of variants) expect(verifyQuote(standards.clause(uid), variant)).toBe(true)
    }),
  )
})

test('three whole words side by side are a quotation; two are not, nor parts of words', () => {
  const c = standards.clause('SC-NETWORKS:K14')
  expect(verifyQuote(c, 'build trust and rapport')).toBe(true)
  expect(verifyQuote(c, 'build trust')).toBe(false)
  expect(verifyQuote(c, 'ow to build trust')).toBe(false)
  expect(verifyQuote(c, 'how to build trust and rapp')).toBe(false)
  expect(verifyQuote(c, '')).toBe(false)
  expect(verifyQuote(undefined, 'how to build trust')).toBe(false)
})

test('a word changed, dropped, added or moved is refused', () => {
  fc.assert(
    fc.property(long, fc.nat(), fc.constantFrom('not', 'never', 'must', 'always', '7'), (c, seed, extra) => {
      const all = words(c.text)
      const i = 1 + (seed % (all.length - 2))
      const changed = [
        all.toSpliced(i, 1, `x${all[i]}`),
        all.toSpliced(i, 1),
        all.toSpliced(i, 0, extra),
        ...(all[i] === all[i + 1] ? [] : [all.toSpliced(i, 2, all[i + 1] as string, all[i] as string)]),
      ]
      for (const mutant of changed)
        if (!c.text.includes(mutant.join(' '))) expect(verifyQuote(c, mutant.join(' '))).toBe(false)
    }),
    { numRuns: 300 },
  )
})

test('a quotation that does not stand in its clause never leaves', () => {
  const [quote] = quotesOf(standards, clauses.slice(0, 1))
  expect(quote).toBeDefined()
  if (!quote) return
  expect(() => checked(standards, [{ ...quote, text: 'you may skip the evaluation' }])).toThrow(/does not stand/)
  expect(() => checked(standards, [{ ...quote, clause: 'SC-NETWORKS:P28' }])).toThrow(/does not stand/)
})
