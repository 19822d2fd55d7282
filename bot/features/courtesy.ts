import { allRight, whichYes } from '../replies/small-talk.ts'
import type { Feature } from './feature.ts'

const POLITE =
  /^(?:(?:ok(?:ay)?|cheers|ta|thanks(?: a lot| a million| very much| so much)?|thank you(?: very much| so much)?|nae bother|no (?:bother|problem|worries)|no,? (?:thanks|thank you)|bye|goodbye|see you)[\s,!.]*)+$/i

/** Where no question is waiting, a word that is nobody's search. */
const IN_PASSING =
  /^(?:(?:no|nope|nah|lol|haha|ha|sorry|oops|never mind|cool|great|nice(?: one)?|grand|fine|good|brilliant|lovely|right|i see|got it|fair enough|maybe|perhaps|kind of|sort of|not (?:yet|really|sure|bad)|h+m+|idk|dunno|done|finished|sorted|will do|👍|🙂|😀|❤️|🙏|👏)[\s,!.]*)+$/iu

/** To a question that a card asks, with buttons under it: which of them is meant isn't said. */
const YES =
  /^(?:(?:ok(?:ay)?|oh)[\s,]+)?(?:yes|yeah|yep|yup|aye|please)(?:[\s,]+(?:yes|please(?: do)?|i (?:do|would)(?: like (?:that|to))?|go on(?: then)?|thanks|thank you))*[\s,!.]*$/i

/** "Thanks", "okay", "bye": a short word back. It is nobody's answer to a question. */
export const courtesy: Feature = {
  name: 'courtesy',
  goesOn: true,
  hears: ({ text, dialogue }) =>
    POLITE.test(text) ||
    (!dialogue.awaiting && !dialogue.held && !dialogue.prompt && (YES.test(text) || IN_PASSING.test(text))),
  reply: ({ text }) => (YES.test(text) ? whichYes : allRight),
}
