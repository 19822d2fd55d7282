import { plainEnglish } from '#core/plain-english.ts'
import { handOffCard, WRITE_TO_A_PERSON } from '../replies/hand-off.ts'
import { contactsCard } from '../replies/harm.ts'
import type { Feature, Turn } from './feature.ts'

const SAYS =
  /^(?:please )?(?:(?:i(?: would|'d) (?:like|rather)(?: to)?|i (?:want|need|have) to|let me|help me(?: to)?) )?(?:talk|speak|write)(?: to| with)? (?:an? |some|my )?(?:real |actual )?(?:human(?: being)?|person|one|body|trainer|manager|assessor)(?: instead)?[\s.!]*$/i

const isOurs = (text: string): boolean => text.toLowerCase() === WRITE_TO_A_PERSON.say
/** A notebook's conversation knows what it was about; a visitor's page sends it along. */
const isAboutAQuestion = ({ text, actor, dialogue }: Turn): boolean =>
  dialogue.asked !== undefined || dialogue.about !== undefined || (actor.kind === 'visitor' && isOurs(text))

/**
 * "I want to talk to a person": after a question about the standards, a text to send. Otherwise, and so after anything that
 * tells of harm, the people to turn to.
 */
export const writeToAPerson: Feature = {
  name: 'write to a person',
  goesOn: true,
  hears: ({ text }) => isOurs(text) || SAYS.test(plainEnglish(text)),
  reply: (turn) =>
    isAboutAQuestion(turn) ? handOffCard(turn.dialogue.asked?.question ?? null) : contactsCard(turn.core.content.help),
}
