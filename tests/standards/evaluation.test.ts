import { expect, test } from 'vitest'
import { crossValidate } from '#core/standards/cross-validate.ts'
import { type Asked, askAll, figuresOf, saidInPassing } from '#core/standards/measure-answers.ts'
import { unanswerable } from '#core/standards/read-bank.ts'
import { devQuestions, evalSet, standards } from './loaded.ts'

const figure = (asked: Asked[]) => {
  const figures = figuresOf(asked)
  return (name: string): number => figures[name] ?? Number.NaN
}
const askedDev = askAll(standards, devQuestions)
const parts = crossValidate(standards)
const askedLeftOut = parts.flatMap((part) => askAll(part.standards, part.questions))
const [dev, leftOut] = [figure(askedDev), figure(askedLeftOut)]

test('the right clause is found as often as is demanded', () => {
  expect(dev('right clause @1')).toBeGreaterThanOrEqual(60)
  expect(dev('right clause @3')).toBeGreaterThanOrEqual(75)
  expect(dev('right clause @5')).toBeGreaterThanOrEqual(83)
  expect(dev('right clause @10')).toBeGreaterThanOrEqual(90)
  expect(dev('MRR@10')).toBeGreaterThanOrEqual(70)
  expect(dev('look-ups right')).toBe(100)
  expect(dev('right clause among the quotes, when answered')).toBeGreaterThanOrEqual(85)
})

test.each([
  ['development questions', dev],
  ['questions that nothing was learnt from', leftOut],
])('%s: what can be answered is answered, and what cannot is refused or hedged', (_, of) => {
  expect(of('answerable: answer')).toBeGreaterThanOrEqual(68)
  expect(of('answerable: refuse')).toBeLessThanOrEqual(8)
  // Of what asks nothing, such as “she uses Makaton”, some sounds a little like telling of harm (decision 027).
  expect(of('answerable: signpost')).toBeLessThanOrEqual(6)
  expect(of('unanswerable: answer')).toBeLessThanOrEqual(5)
})

test('what is said in passing to the companion is hardly ever met with clauses', () => {
  const said = evalSet<{ q: string }>('companion-chat.jsonl').map(({ q }) => q)
  const of = figure(askAll(standards, saidInPassing(said)))
  expect(of('in passing: answer')).toBeLessThanOrEqual(8)
  expect(of('in passing: hedge')).toBeLessThanOrEqual(12)
})

test.each([
  ['development questions', askedDev],
  ['questions that nothing was learnt from', askedLeftOut],
])(
  '%s: one that sounds a little like harm has its clauses all the same; hardly any gets the card alone',
  (_, asked) => {
    const signposted = asked.filter(({ q, decision }) => q.kind === 'answerable' && decision === 'signpost')
    const withTheCard = signposted.filter(({ result }) => result.answer.kind === 'harm')
    expect(withTheCard.length / asked.length).toBeLessThan(0.005)
    const shown = signposted.filter(({ result: { answer } }) => answer.quotes.length + answer.choices.length > 0)
    expect(shown.length / signposted.length).toBeGreaterThan(0.8)
  },
)

test('every question of the bank is asked once, of standards that have not seen it', () => {
  const { inside, outside, inPassing } = standards.bank
  expect(parts.flatMap((p) => p.questions.map((q) => q.q)).sort()).toEqual(
    [...inside.map((b) => b.question), ...outside, ...inPassing].sort(),
  )
  for (const part of parts) {
    const { bank } = part.standards
    const seen = new Set([...bank.inside.map((b) => b.question), ...unanswerable(bank)])
    for (const { q } of part.questions) expect(seen.has(q), q).toBe(false)
  }
})

test('a question of the bank is answered with its own clause', { timeout: 240_000 }, () => {
  const asked = standards.bank.inside.map((b) => ({
    id: b.uid,
    kind: 'answerable' as const,
    type: 'bank',
    q: b.question,
    gold: [b.uid],
  }))
  expect(figure(askAll(standards, asked))('right clause @3')).toBeGreaterThan(85)
})

// Short questions in the standards' own words are what people type first, and what the model has learnt least from.
test.each(['trust', 'how do I build trust?', 'What do the standards say about trust?', 'barriers', 'signs of abuse'])(
  'a few plain words are answered: %s',
  (q) => {
    const [asked] = askAll(standards, [{ id: q, kind: 'answerable', type: 'plain', q, gold: [] }])
    expect(asked?.decision).toBe('answer')
  },
)

test.each(['What is reflective practice?', 'what is a partnership'])(
  'a question in the standards’ own words is never told that none speaks of it: %s',
  (q) => {
    const [asked] = askAll(standards, [{ id: q, kind: 'answerable', type: 'plain', q, gold: [] }])
    expect(['answer', 'hedge']).toContain(asked?.decision)
  },
)
