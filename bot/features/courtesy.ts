import { allRight } from '../replies/small-talk.ts'
import type { Feature } from './feature.ts'

const POLITE =
  /^(?:(?:ok(?:ay)?|cheers|ta|thanks(?: a lot| very much)?|thank you(?: very much| so much)?|no,? (?:thanks|thank you)|bye|goodbye|see you)[\s,!.]*)+$/i

/** Where no question is waiting, a word that is nobody's search. */
const IN_PASSING =
  /^(?:(?:no|nope|nah|yes|yeah|yep|aye|lol|haha|ha|sorry|oops|never mind|cool|great|nice(?: one)?|grand|fine|good|brilliant|lovely|right|i see|got it|fair enough|maybe|perhaps|kind of|sort of|not (?:yet|really|sure|bad)|h+m+|idk|dunno|done|finished|sorted|will do|👍|🙂|😀|❤️|🙏|👏)[\s,!.]*)+$/iu

/** "Thanks", "okay", "bye": a short word back. It is nobody's answer to a question. */
export const courtesy: Feature = {
  name: 'courtesy',
  goesOn: true,
  hears: ({ text, dialogue }) =>
    POLITE.test(text) || (!dialogue.awaiting && !dialogue.held && !dialogue.prompt && IN_PASSING.test(text)),
  reply: () => allRight,
}
