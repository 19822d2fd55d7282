import { expect, test } from 'vitest'
import { readFollowUp } from '#core/standards/read-follow-up.ts'
import { devQuestions, standards } from './loaded.ts'

test('no question that stands alone is taken to hang on another', () => {
  const alone = [
    ...standards.bank.inside.map((b) => b.question),
    ...standards.bank.outside,
    ...devQuestions.map(({ q }) => q),
  ]
  expect(alone.filter((question) => readFollowUp(standards, question))).toEqual([])
})

test.for([
  ['tell me more', 'more'],
  ['Okay, and what else does it say?', 'more'],
  ['is there anything else?', 'more'],
  ['Could you explain that in plain English please?', 'meaning'],
  ['What’s that mean?', 'meaning'],
  ['i don’t understand', 'meaning'],
  ['but why?', 'why'],
  ['how do I show that?', 'how'],
  ['an example please', 'how'],
  ['the 2nd one', 'which'],
  ['number 3', 'which'],
  ['that first one', 'which'],
  ['which standard is that from?', 'source'],
  ['Where are those from?', 'source'],
  ['what about the knowledge ones', 'section'],
  ['just the performance criteria', 'section'],
  ['and the other two?', 'standards'],
  ['does the partnership standard say anything about that?', 'standards'],
  ['what comes after that?', 'step'],
  ['and 15.2?', 'number'],
] as const)('“%s” is understood as %s', ([text, kind]) => expect(readFollowUp(standards, text)?.kind).toBe(kind))
