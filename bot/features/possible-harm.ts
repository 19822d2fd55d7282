import { harmLevel } from '#core/privacy/possible-harm.ts'
import { harmCard } from '../replies/harm.ts'
import type { Feature } from './feature.ts'

/**
 * Somebody tells of harm, as far as can be told: the fixed card, before anything else. It stops asking and alerts nobody. An
 * answer that was awaited is not saved and not lost. What may tell of it and probably doesn't is answered, with where to turn
 * first: as an answer in `answer.ts`, as a question where the standards are asked.
 */
export const possibleHarm: Feature = {
  name: 'possible harm',
  first: true,
  alone: true,
  hears: ({ text }) => harmLevel(text) === 'sure',
  reply({ core, dialogue, text, operation }) {
    const { awaiting, prompt } = dialogue
    delete dialogue.awaiting
    delete dialogue.about
    delete dialogue.asked
    delete dialogue.prompt
    if (awaiting) dialogue.held = { ...awaiting, text, operation }
    return harmCard(core.content.help, { held: awaiting !== undefined, unsaved: prompt !== undefined })
  },
}
