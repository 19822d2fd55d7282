import { stopped } from '../replies/small-talk.ts'
import type { Feature } from './feature.ts'

const BEFORE =
  '(?:(?:please|ok(?:ay)?|just|no|now|right|hey|can you|could you|will you|i said|i want (?:you |this |it )?to)[\\s,!.]+)*'
const AFTER =
  '(?:[\\s,!.]+(?:please|now|thanks|thank you|for now|at once|right now|already|it|that|this|everything))*[\\s!.]*'
const ASKING = '(?:ask|messag|writ|text|send|contact|bother|prompt|quizz?)(?:e|ing)?'
const ENOUGH = [
  'stop(?: (?:the )?(?:questions|messages|prompts|chat|bot))?',
  `(?:stop|do not|don['’]?t) ${ASKING}(?: me)?(?: (?:questions|messages|things))?(?: any ?more)?`,
  'quit|cancel|halt|abort|exit|enough|unsubscribe|opt[ -]?out|be quiet|shut up|go away|not now|(?:maybe )?later',
  `(?:that['’]?s|that is) (?:enough|all|it)`,
  'end(?: (?:the )?(?:chat|conversation))?',
  'leave me (?:alone|be)|(?:no|not any) more(?: (?:questions|messages|prompts))?',
  `i(?:['’]?m| am) (?:done|finished|out)`,
]
const STOP = new RegExp(`^${BEFORE}(?:${ENOUGH.join('|')})${AFTER}$`, 'i')

/** Stops whatever is going on, at once, in any near words: no "are you sure?", and one line on how to come back. */
export const stop: Feature = {
  name: 'stop',
  first: true,
  alone: true,
  hears: ({ text }) => STOP.test(text),
  reply({ dialogue }) {
    delete dialogue.awaiting
    delete dialogue.held
    delete dialogue.answered
    return stopped
  },
}
