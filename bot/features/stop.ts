import { plainEnglish } from '#core/plain-english.ts'
import { stopped } from '../replies/small-talk.ts'
import type { Feature } from './feature.ts'

const BEFORE =
  "(?:(?:please|ok(?:ay)?|just|no|now|right|hey|ach|och|sorry|going to|(?:can|could|will|would) (?:you|we|i)|let['’]?s|i said|i(?:['’]d| would)? (?:want|need|like) (?:you |this |it )?to|i['’]?m going to)[\\s,!.]+)*"
const AFTER =
  '(?:[\\s,!.]+(?:please|now|thanks|thank you|for now|at once|right now|already|here|there|today|tonight|for today|with (?:this|that|it)|mate|pal|it|that|this|everything))*[\\s!.]*'
const ASKING = '(?:ask|messag|writ|text|send|contact|bother|prompt|quizz?)(?:e|ing)?'
const ENOUGH = [
  'stop(?: (?:the )?(?:questions|messages|prompts|chat|bot))?',
  `(?:stop|do not|don['’]?t) ${ASKING}(?: me)?(?: (?:questions|messages|things))?(?: any ?more)?`,
  'stop (?:answering|doing|asking)(?: (?:questions|this|these|it))?',
  'quit|cancel|halt|abort|exit|enough|unsubscribe|opt[ -]?out|be quiet|shut up|go away|not (?:now|today|tonight|the now)|(?:maybe )?later|another time',
  'pause|take a break|give over|pack it in|leave it|leave off|knock it off|wheesht|whisht|haud yer wheesht|hush|no ta|off you go|finish|end it here',
  `(?:that['’]?s|that is) (?:enough|all|it|me(?: (?:done|finished|away))?)`,
  `i(?:['’]ve| have) (?:had enough|finished|to go|got to go)|i (?:have to|need to|must|had better|better) (?:go|stop|run)|(?:got to|must) (?:go|dash)`,
  `(?:i )?(?:do not|don['’]?t|can['’]?t) (?:want to |wish to )?(?:do|go on with|carry on with|continue with|be bothered with) (?:this|that|it|these)(?: questions)?(?: any ?more)?`,
  `(?:i )?(?:do not|don['’]?t) want (?:any )?(?:more )?(?:questions|messages)|(?:i )?(?:do not|don['’]?t) want to (?:carry on|continue|go on|talk)(?: any ?more)?`,
  'end(?: (?:the )?(?:chat|conversation))?',
  'leave me (?:alone|be|in peace)|(?:no|not any) more(?: (?:questions|messages|prompts))?',
  `i(?:['’]?m| am) (?:done|finished|out|off|away|stopping|fed up|too tired|tired)`,
]
const STOP = new RegExp(`^${BEFORE}(?:${ENOUGH.join('|')})${AFTER}$`, 'i')

/** Stops whatever is going on, at once, in any near words: no "are you sure?", and one line on how to come back. */
export const stop: Feature = {
  name: 'stop',
  first: true,
  alone: true,
  hears: ({ text }) => STOP.test(plainEnglish(text)),
  reply({ dialogue }) {
    delete dialogue.awaiting
    delete dialogue.held
    delete dialogue.answered
    delete dialogue.about
    delete dialogue.linking
    return stopped
  },
}
