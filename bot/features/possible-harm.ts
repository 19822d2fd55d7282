import { likelyHarm } from '#core/privacy/possible-harm.ts'
import { harmCard } from '../replies/harm.ts'
import type { Feature } from './feature.ts'

/**
 * Somebody is likely to be telling of harm: the fixed card, before anything else. What nothing else hears, and may tell of it,
 * gets the same card where the standards are asked. It stops asking and alerts nobody. An answer
 * that was awaited is not saved and not lost.
 */
export const possibleHarm: Feature = {
  name: 'possible harm',
  first: true,
  alone: true,
  hears: ({ text }) => likelyHarm(text),
  reply({ core, dialogue, text, operation }) {
    const { awaiting, prompt } = dialogue
    delete dialogue.awaiting
    delete dialogue.about
    delete dialogue.prompt
    if (awaiting) dialogue.held = { ...awaiting, text, operation }
    return harmCard(core.content.help, { held: awaiting !== undefined, unsaved: prompt !== undefined })
  },
}
