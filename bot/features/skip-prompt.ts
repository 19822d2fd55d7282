import { settledCard, skippedCard } from '../replies/prompts.ts'
import type { Feature } from './feature.ts'

const SKIPS = /^(?:please )?(?:skip|pass)(?: (?:it|this(?: one)?|that(?: one)?|the prompt))?(?:,? please)?[\s.!]*$/i

/** "Skip", to a prompt that waits. It is no miss. */
export const skipPrompt: Feature = {
  name: 'skip prompt',
  hears: ({ text, waiting, pressed, dialogue }) =>
    SKIPS.test(text) && (pressed !== undefined || ((!!waiting || !!dialogue.prompt) && !dialogue.awaiting)),
  async reply({ core, actor, waiting, pressed, dialogue }) {
    const delivery = waiting?.delivery ?? pressed ?? dialogue.prompt?.delivery ?? ''
    delete dialogue.prompt
    const { counted } = await core.settleDelivery(actor, { delivery, as: 'skipped' })
    return counted ? skippedCard : settledCard
  },
}
