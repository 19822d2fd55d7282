import { plainEnglish } from '#core/plain-english.ts'
import { stoppedPrompts } from '../replies/prompts.ts'
import { stopped } from '../replies/small-talk.ts'
import type { Feature } from './feature.ts'

const BEFORE =
  "(?:(?:please|ok(?:ay)?|just|no|now|right|hey|ach|och|sorry|going to|(?:can|could|will|would) (?:you|we|i)|let['’]?s|i said|i(?:['’]d| would)? (?:want|need|like) (?:you |this |it )?to|i['’]?m going to)[\\s,!.]+)*"
const AFTER =
  '(?:[\\s,!.]+(?:please|now|thanks|thank you|for now|at once|right now|already|here|there|today|tonight|for today|with (?:this|that|it)|mate|pal|it|that|this|everything))*[\\s!.]*'
const ASKING = '(?:ask|messag|writ|text|send|contact|bother|prompt|quizz?)(?:e|ing)?'
/** They are leaving, or it is the wrong moment: what is going on ends. Prompts that they switched on go on. */
const FOR_NOW = [
  'not (?:now|today|tonight|the now)|(?:maybe )?later|another time|finish|end it here|off you go',
  `(?:that['’]?s|that is) (?:all|it|me(?: (?:done|finished|away))?)`,
  `i(?:['’]ve| have) (?:finished|to go|got to go)|i (?:have to|need to|must|had better|better) (?:go|run)|(?:got to|must) (?:go|dash)`,
  'end(?: (?:the )?(?:chat|conversation))?',
  `i(?:['’]?m| am) (?:done|finished|out|off|away|too tired|tired)`,
]
/** They want to hear nothing more, so nothing is sent to them either. */
const FOR_GOOD = [
  'stop(?: (?:the )?(?:questions|messages|prompts|chat|bot))?|prompts off|(?:switch|turn) (?:the )?prompts off|(?:switch|turn) off (?:the )?prompts',
  `(?:stop|do not|don['’]?t) ${ASKING}(?: me)?(?: (?:questions|messages|prompts|things))?(?: any ?more)?`,
  'stop (?:answering|doing|asking)(?: (?:questions|this|these|it))?',
  'quit|cancel|halt|abort|exit|enough|unsubscribe|opt[ -]?out|be quiet|shut up|go away',
  'give over|pack it in|leave it|leave off|knock it off|wheesht|whisht|haud yer wheesht|hush|no ta',
  `(?:that['’]?s|that is) enough|i(?:['’]ve| have) had enough|i (?:have to|need to|must|had better|better) stop`,
  `(?:i )?(?:do not|don['’]?t|can['’]?t) (?:want to |wish to )?(?:do|go on with|carry on with|continue with|be bothered with) (?:this|that|it|these)(?: questions)?(?: any ?more)?`,
  `(?:i )?(?:do not|don['’]?t) want (?:any )?(?:more )?(?:questions|messages|prompts)|(?:i )?(?:do not|don['’]?t) want to (?:carry on|continue|go on|talk)(?: any ?more)?`,
  'leave me (?:alone|be|in peace)|(?:no|not any) more(?: (?:questions|messages|prompts))?',
  `i(?:['’]?m| am) (?:stopping|fed up)`,
]
const near = (words: string[]) => new RegExp(`^${BEFORE}(?:${words.join('|')})${AFTER}$`, 'i')
const [LEAVES, STOPS] = [near(FOR_NOW), near(FOR_GOOD)]

/**
 * Stops whatever is going on, at once, in any near words: no "are you sure?", and one line on how to come back. Whoever
 * wants to hear nothing more gets no prompts either.
 */
export const stop: Feature = {
  name: 'stop',
  first: true,
  alone: true,
  hears: ({ text }) => [LEAVES, STOPS].some((words) => words.test(plainEnglish(text))),
  async reply({ core, actor, text, dialogue }) {
    delete dialogue.awaiting
    delete dialogue.held
    delete dialogue.answered
    delete dialogue.about
    delete dialogue.linking
    delete dialogue.prompt
    const promptsToo = STOPS.test(plainEnglish(text)) && (await core.stopPrompts(actor, {}))
    return promptsToo ? stoppedPrompts : stopped
  },
}
