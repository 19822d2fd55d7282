import { plainEnglish } from '#core/plain-english.ts'
import { goOnCard, promptsOnCard } from '../replies/prompts.ts'
import type { Feature } from './feature.ts'

const ON =
  /^(?:(?:please|can you|could you|i(?:['’]d| would) like to|i want to) )*(?:prompts on|(?:switch|turn) (?:the |my )?prompts on|(?:switch|turn) on (?:the |my )?prompts|(?:start|send me|get) (?:the )?prompts|prompt me)(?:,? please)?[\s.!]*$/i
const KEEP_GOING = /^(?:yes,? )?(?:please )?(?:keep going|go on|carry on)(?:,? please)?[\s.!]*$/i

/**
 * "Prompts on": from now on the companion writes first, as it then says; a pause is over. "Keep going" to the question
 * whether to go on.
 */
export const promptsOn: Feature = {
  name: 'prompts on',
  alone: true,
  hears: ({ text, waiting }) =>
    ON.test(plainEnglish(text)) || (waiting?.kind === 'ask' && KEEP_GOING.test(plainEnglish(text))),
  async reply({ core, actor, waiting, channel, conversation, place, dialogue }) {
    const at = place.sameNotebook
      ? ({ channel: 'chat', place: null } as const)
      : ({ channel, place: conversation } as const)
    const settings = await core.setPrompts(actor, { on: true, resume: true, at })
    if (waiting?.kind === 'ask') return goOnCard(settings)
    dialogue.met = true
    return promptsOnCard(settings, place)
  },
}
