import { plainEnglish } from '#core/plain-english.ts'
import { readFollowUp } from '#core/standards/read-follow-up.ts'
import { ask } from './ask.ts'
import type { Feature } from './feature.ts'

/** A number may be the answer to a question that waits. */
const NUMBER = /^\W*\d+\W*$/

/** "Tell me more", "why?", "and the second one?", said of the clauses that were shown last. */
export const askOn: Feature = {
  ...ask,
  name: 'ask on',
  hears: ({ core, text, dialogue }) =>
    dialogue.about !== undefined &&
    !dialogue.held &&
    !(dialogue.awaiting && NUMBER.test(text)) &&
    readFollowUp(core.content.standards, plainEnglish(text)) !== null,
}
