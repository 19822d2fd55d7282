import { learnerOf } from '#core/actor.ts'
import { plainEnglish } from '#core/plain-english.ts'
import { pausedCard } from '../replies/prompts.ts'
import { stopped } from '../replies/small-talk.ts'
import type { Feature } from './feature.ts'

const PAUSES =
  /^(?:(?:please|can you|could you|can we) )*(?:pause|take a break)(?: (?:the |my )?(?:prompts|messages|questions))?(?: (?:until|till|for) (?<until>[^!?]{1,40}?))?(?:,? (?:please|thanks|thank you))?[\s.!?]*$/i

/** "Pause", "pause until 1 June", "pause for a month": nothing is sent before that day. */
export const pausePrompts: Feature = {
  name: 'pause prompts',
  first: true,
  alone: true,
  hears: ({ text }) => PAUSES.test(plainEnglish(text)),
  async reply({ core, actor, text, dialogue }) {
    const until = PAUSES.exec(plainEnglish(text))?.groups?.until
    delete dialogue.awaiting
    delete dialogue.prompt
    // Nothing comes to somebody who has no notebook yet, and none is started for this.
    if (learnerOf(actor) === null) return stopped
    return pausedCard(await core.pausePrompts(actor, { until }))
  },
}
