import { laterCard, settledCard } from '../replies/prompts.ts'
import type { Feature } from './feature.ts'

const LATER =
  /^(?:(?:please|maybe|ask me|ask me again) )*(?:later|not now|not today|not tonight|another time|another day|tomorrow)(?:,? (?:please|thanks|thank you))?[\s.!]*$/i

/** "Later", to a prompt that waits: it comes back another day. */
export const later: Feature = {
  name: 'later',
  first: true,
  alone: true,
  hears: ({ text, waiting, pressed, dialogue }) =>
    LATER.test(text) && (pressed !== undefined || (!!waiting && !dialogue.awaiting)),
  async reply({ core, actor, waiting, pressed, dialogue }) {
    delete dialogue.prompt
    const delivery = waiting?.delivery ?? pressed ?? ''
    const { counted } = await core.settleDelivery(actor, { delivery, as: 'later' })
    return counted ? laterCard : settledCard
  },
}
