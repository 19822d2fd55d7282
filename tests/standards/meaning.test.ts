import { expect, test } from 'vitest'
import { asEncoded } from '#core/encoder/encoder.ts'
import { answerQuestion } from '#core/standards/answer-question.ts'
import { fitLogistic } from '#core/standards/fit-logistic.ts'
import { textsOf } from '#core/standards/meaning.ts'
import type { Asked } from '#core/standards/measure-answers.ts'
import { calibrationOf } from '#core/standards/measure-calibration.ts'
import { rank } from '#core/standards/rank.ts'
import { standards } from './loaded.ts'

const { list, bank, vectors } = standards
const withoutEncoder = { ...standards, meaning: () => null }

test('a vector is kept for every text: run npm run vectors after changing clauses, glosses or questions', () => {
  expect(textsOf(list, bank).filter((text) => !vectors.keeps(text))).toEqual([])
})

test('no vector is kept for a text that is gone', () => {
  expect(vectors.count).toBe(new Set(textsOf(list, bank).map(asEncoded)).size)
})

test.each([
  ['thieves have turned up at her door five times this year', 'SFJBA13:KU10'],
  ['people catch colds from each other at the lunch club', 'SC-NETWORKS:K27'],
])('a clause is found by meaning where its words don’t tell: %s', (question, uid) => {
  const place = (of: typeof standards) => rank(of, question).hits.findIndex((hit) => hit.uid === uid)
  expect(place(withoutEncoder)).toBeGreaterThan(2)
  expect(place(standards)).toBe(0)
})

test('without an encoder questions are still answered, by their words', () => {
  const { answer } = answerQuestion(withoutEncoder, { question: 'How do I build trust with the people I support?' })
  expect(answer.quotes.map((quote) => quote.clause)).toContain('SC-NETWORKS:K14')
  expect(answerQuestion(withoutEncoder, { question: 'Who won the cup final last night?' }).answer.kind).toBe('refusal')
})

test('a question is inside where learners ask what clauses answer, and outside where they ask the rest', () => {
  const inside = (question: string) => standards.meaning(question)?.inside
  expect(inside('how can we make newcomers feel they belong in our group')).toBeGreaterThan(0)
  expect(inside('what time does the swimming pool shut')).toBeLessThan(0)
})

test('a fitted model says of each signal how often it is so', () => {
  const cases = [0, 0, 0, 1, 1, 1, 1, 0].map((is, i) => ({
    signals: { seen: i % 4 === 3 ? 1 - is : is },
    is: is === 1,
  }))
  const { bias, weights } = fitLogistic(cases, ['seen'])
  const chance = (seen: number) => 1 / (1 + Math.exp(-(bias + (weights.seen ?? 0) * seen)))
  const share = (seen: number) => {
    const of = cases.filter((c) => c.signals.seen === seen)
    return of.filter((c) => c.is).length / of.length
  }
  expect(chance(0)).toBeCloseTo(share(0), 1)
  expect(chance(1)).toBeCloseTo(share(1), 1)
})

test('likelihoods are believed as far as they came true', () => {
  const one = (kind: 'answerable' | 'unanswerable', likely: number) =>
    ({ q: { kind }, result: { likely } }) as unknown as Asked
  const right = [0.9, 0.9, 0.9, 0.1].map((p) => one('answerable', p))
  const others = [0.1, 0.1, 0.1, 0.9].map((p) => one('unanswerable', p))
  const { bins, error } = calibrationOf([...right, ...others])
  expect(bins).toEqual([
    { count: 4, said: expect.closeTo(0.1), was: 0.25 },
    { count: 4, said: expect.closeTo(0.9), was: 0.75 },
  ])
  expect(error).toBe(15)
})
