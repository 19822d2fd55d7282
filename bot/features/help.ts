import { plainEnglish } from '#core/plain-english.ts'
import { welcome, whatICanDo } from '../replies/welcome.ts'
import type { Feature } from './feature.ts'

const ASKS =
  /^(?:help(?: me)?|menu|commands|start|hi|hello|hey|hiya|hi there|hello there|bore dad?|p'?nawn da|noswaith dda|shwmae|sut mae|alright|how are you(?: doing)?|what(?:['’]?s| is) this(?: for)?|what is going on|good (?:morning|afternoon|evening)|what (?:can|do) (?:you|i) (?:do|say|ask)(?: here)?|how does (?:this|it) work|what now|what do i do(?: now)?|(?:where (?:is|are)|next|open|show me)(?: the| my)? chapters?(?: \d)?|(?:who|what) are you|are you (?:an? )?(?:real |actual )?(?:bot|robot|program|person|human|ai|machine)|(?:am i|is this) (?:talking to )?(?:an? )?(?:real |actual )?(?:bot|robot|program|person|human|ai|machine)|is (?:anybody|anyone|somebody|someone) (?:there|reading(?: this)?)|\?)[\s!.?]*$/i

/** "Help", a greeting, or "are you a person?" */
export const help: Feature = {
  name: 'help',
  alone: true,
  hears: ({ text }) => ASKS.test(plainEnglish(text)),
  reply({ dialogue, place }) {
    if (!place.introduces || dialogue.met) return whatICanDo(place)
    dialogue.met = true
    return welcome(place)
  },
}
