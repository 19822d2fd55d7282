import { plainEnglish } from '#core/plain-english.ts'
import { carryOnCard } from '../replies/questions.ts'
import type { Feature } from './feature.ts'

const CARRIES_ON =
  /^(?:(?:ok(?:ay)?|please|no|sorry|if (?:you(?:['’]ve| have)?|i(?:['’]ve| have)) misread (?:this|that|it)),? )*(?:carry on|go on|continue|false alarm|(?:that|it|this) was (?:a mistake|a joke)|i (?:was|am) (?:only |just )?joking|(?:only|just) joking|i(?:['’]m| am) (?:fine|ok(?:ay)?|safe)|you(?:['’]ve| have)? misread (?:this|that|it|me))[\s.!,]*$/i

/** "If I've misread this, carry on." Back to what was asked; what was written then can still be saved. */
export const carryOn: Feature = {
  name: 'carry on',
  hears: ({ text }) => CARRIES_ON.test(plainEnglish(text)),
  reply({ core, dialogue }) {
    const { held } = dialogue
    if (!held) return carryOnCard(undefined)
    const { text: _text, operation: _operation, ...asked } = held
    dialogue.awaiting = asked
    return carryOnCard(core.content.question(held.question))
  },
}
