import { possibleHarm as tellsOfHarm } from '#core/privacy/possible-harm.ts'
import { harmCard } from '../replies/harm.ts'
import type { Feature } from './feature.ts'

/**
 * Somebody may be telling of harm: the fixed card, before anything else. It stops asking and alerts nobody. An answer
 * that was awaited is not saved and not lost.
 */
export const possibleHarm: Feature = {
  name: 'possible harm',
  first: true,
  alone: true,
  hears: ({ text }) => tellsOfHarm(text),
  reply({ core, dialogue, text, operation }) {
    const { awaiting } = dialogue
    delete dialogue.awaiting
    delete dialogue.about
    if (awaiting) dialogue.held = { ...awaiting, text, operation }
    return harmCard(core.content.help, { held: awaiting !== undefined })
  },
}
