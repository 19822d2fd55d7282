import { repliedCard, settledCard } from '../replies/prompts.ts'
import { asksOutright } from './ask.ts'
import type { Dialogue, Feature, Turn } from './feature.ts'

/** The reply to a prompt, after "answer" or in its own thread; and one to the question that may follow. */
export const promptReply: Feature = {
  name: 'prompt reply',
  hears: (turn) => !asksOutright(turn.text) && promptOf(turn) !== undefined,
  async reply(turn) {
    const { core, actor, text, operation, dialogue } = turn
    const prompt = promptOf(turn)
    delete dialogue.prompt
    if (!prompt) return settledCard
    const { delivery, followUp } = prompt
    const { counted, replies } = await core.settleDelivery(actor, { delivery, as: 'answered', words: text, operation })
    if (!counted) return settledCard
    const asksOn = replies === 1 && followUp !== null
    if (asksOn) dialogue.prompt = { delivery, followUp: null }
    return repliedCard(asksOn ? followUp : null)
  },
}

/** Which prompt these words are for; undefined where they are for none. */
function promptOf({ thread, waiting, dialogue }: Turn): Dialogue['prompt'] {
  if (dialogue.prompt) return dialogue.prompt
  if (waiting?.kind !== 'prompt' || !thread || thread !== waiting.ref) return undefined
  return { delivery: waiting.delivery, followUp: waiting.followUp }
}
