import { z } from 'zod'
import { dialoguesOf } from '../../companion/dialogues-of.ts'
import { heading, note } from '../block.ts'
import { timeWords } from '../date-words.ts'
import { isoTime, section } from '../section.ts'

/** Where each conversation with the companion has got to. What was said in the one on the web is in `chat`. */
export const conversations = section({
  name: 'conversations',
  shape: z.array(
    z.strictObject({
      conversation: z.string(),
      changedAt: z.iso.datetime(),
      /** The companion's own notes, as JSON text. */
      state: z.string(),
    }),
  ),
  async read({ world, learnerId }) {
    const all = await dialoguesOf(world, learnerId)
    return all.map(({ conversation, changedAt, state }) => ({ conversation, changedAt: isoTime(changedAt), state }))
  },
  blocks: (all) =>
    all.length === 0
      ? []
      : [
          heading(2, 'The companion'),
          note('It remembers how far each conversation has got. The JSON file has its notes.'),
          ...all.map(({ conversation, changedAt }) => note(`${conversation}: last changed ${timeWords(changedAt)}.`)),
        ],
})
