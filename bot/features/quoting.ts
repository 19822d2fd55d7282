import { wordsOf } from '#core/consents/words.ts'
import { plainEnglish } from '#core/plain-english.ts'
import { quotingCard } from '../replies/recall.ts'
import type { Feature } from './feature.ts'

const ME = '(?:me|my (?:personal )?answers)'
const YES = new RegExp(`^(?:please )?(?:(?:switch |turn )?quoting on|you (?:may|can) quote ${ME})[\\s.!]*$`, 'i')
const NO = new RegExp(
  `^(?:please )?(?:(?:switch |turn )?quoting off|(?:stop|do not|don't) quot(?:e|ing) ${ME})[\\s.!]*$`,
  'i',
)

/** "Quoting on" and "quoting off": whether the companion may quote personal answers, in chats and in prompts. */
export const quoting: Feature = {
  name: 'quoting',
  hears: ({ text }) => YES.test(text) || NO.test(plainEnglish(text)),
  async reply({ core, actor, text }) {
    const { yes } = await core.choose(actor, { what: 'quoting', yes: YES.test(text) })
    return quotingCard(yes, wordsOf('quoting', null).words)
  },
}
