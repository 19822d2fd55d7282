import { answerHereCard, settledCard } from '../replies/prompts.ts'
import type { Feature } from './feature.ts'

const ANSWERS =
  /^(?:please )?answer(?: (?:it|this(?: one)?|that(?: one)?|the prompt|your (?:prompt|question)))?[\s.!]*$/i

/** "Answer", to a prompt that waits: the next message is the reply. */
export const answerPrompt: Feature = {
  name: 'answer prompt',
  hears: ({ text, waiting, pressed, dialogue }) =>
    ANSWERS.test(text) && (pressed !== undefined || (waiting?.kind === 'prompt' && !dialogue.awaiting)),
  reply({ waiting, place, dialogue }) {
    if (!waiting) return settledCard
    delete dialogue.awaiting
    delete dialogue.held
    dialogue.prompt = { delivery: waiting.delivery, followUp: waiting.followUp }
    return answerHereCard(waiting, place)
  },
}
