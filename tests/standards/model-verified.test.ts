import { expect, test } from 'vitest'
import { askModel } from '#core/standards/ask-model.ts'
import type { Statement } from '#core/standards/standards-answer.ts'
import { reply, scriptedEndpoint, stream, whole } from '../support/scripted-endpoint.ts'
import { clauses, standards } from './loaded.ts'
import { type Made, madeUp } from './model-statements.ts'
import { modelAt } from './model-under-test.ts'
import { diceOf } from './seeded.ts'

const CASES = 1000
const plain = (text: string) =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** Looked up anew, by other means than the program's: the whole clause is shown, and what is marked stands in it. */
function isTrueToItsClauses({ text, citations }: Statement, made: Made[]): boolean {
  const sent = made.filter(({ value }) => plain(value.text) === plain(text))
  return (
    citations.length > 0 &&
    citations.every((cited) => {
      const clause = clauses.find(({ uid }) => uid === cited.clause)
      const quotes = sent.flatMap(({ value }) => value.citations).filter((each) => each.clause === cited.clause)
      return (
        clause?.text === cited.text &&
        cited.marks.length > 0 &&
        cited.marks.every(({ start, end }) => start < end && cited.text.slice(start, end) !== '') &&
        quotes.some(({ quote }) => plain(clause.text).includes(plain(quote)))
      )
    })
  )
}

test(`of ${CASES} replies with true and false statements mixed, nothing false is shown`, async () => {
  const dice = diceOf(14)
  let made: Made[] = []
  const endpoint = await scriptedEndpoint((_, response) => {
    const text = reply(made.map(({ value }) => value))
    if (dice.between(0, 1)) stream(response, text, dice.between(1, 60))
    else whole(response, text)
  })
  const model = await modelAt(endpoint.url, {
    settings: { STANDPOINT_MODEL_CALLS_A_DAY: '100000', STANDPOINT_MODEL_TOKENS_A_DAY: '1000000000' },
  })
  const count = new Map<string, { sent: number; shown: number }>()
  const wrong: string[] = []
  for (let i = 0; i < CASES; i++) {
    made = madeUp(clauses, dice)
    const early: Statement[] = []
    const { statements } = await askModel(standards, model, 'How do I build trust?', {
      onStatement: (statement) => early.push(statement),
    })
    expect(early).toEqual(statements)
    const shown = new Set(statements.map(({ text }) => plain(text)))
    for (const { kind, fair, value } of made) {
      const seen = count.get(kind) ?? { sent: 0, shown: 0 }
      const isShown = shown.has(plain(value.text))
      count.set(kind, { sent: seen.sent + 1, shown: seen.shown + Number(isShown) })
      const alsoFair = made.some((each) => each.fair && plain(each.value.text) === plain(value.text))
      if (isShown && !fair && !alsoFair) wrong.push(`${kind}: ${JSON.stringify(value)}`)
    }
    for (const statement of statements)
      if (!isTrueToItsClauses(statement, made)) wrong.push(`untrue: ${JSON.stringify(statement)}`)
  }
  for (const [kind, { sent, shown }] of count) console.info(`${kind}: ${shown} of ${sent} shown`)
  expect(wrong).toEqual([])
  expect(endpoint.asked).toHaveLength(CASES)
  const whole_ = count.get('the clause itself') ?? { sent: 0, shown: 0 }
  expect(whole_.shown / whole_.sent).toBeGreaterThan(0.8)
}, 240_000)
