import { allRight } from '../replies/small-talk.ts'
import type { Feature } from './feature.ts'

const POLITE =
  /^(?:(?:ok(?:ay)?|cheers|ta|thanks(?: a lot| very much)?|thank you(?: very much| so much)?|no,? (?:thanks|thank you)|bye|goodbye|see you)[\s,!.]*)+$/i

/** "Thanks", "okay", "bye": a short word back. It is nobody's answer to a question. */
export const courtesy: Feature = {
  name: 'courtesy',
  hears: ({ text }) => POLITE.test(text),
  reply: () => allRight,
}
