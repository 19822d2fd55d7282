import { z } from 'zod'
import { turnsOf } from '../../companion/turn.ts'
import { heading, note, words } from '../block.ts'
import { timeWords } from '../date-words.ts'
import { isoTime, section } from '../section.ts'

/** What was said to the companion on the web and what it replied, as far as it is still kept. */
export const chat = section({
  name: 'chat',
  shape: z.array(
    z.strictObject({
      saidAt: z.iso.datetime(),
      /** Null where the words have a place of their own, such as a personal answer. */
      said: z.string().nullable(),
      /** The replies in words, quotations with the name of their source. */
      replies: z.array(z.string()),
    }),
  ),
  async read({ world, learnerId }) {
    const turns = await turnsOf(world, learnerId, world.clock.now())
    return turns.map(({ saidAt, said, replies }) => ({
      saidAt: isoTime(saidAt),
      said,
      replies: replies.flatMap(({ title, paragraphs, quotes = [], after = [] }) => [
        ...(title ? [title] : []),
        ...paragraphs,
        ...quotes.map(({ text, label }) => `“${text}” (${label})`),
        ...after,
      ]),
    }))
  },
  blocks: (turns) =>
    turns.length === 0
      ? []
      : [
          heading(2, 'The chat with the companion'),
          ...turns.flatMap(({ saidAt, said, replies }) => [
            note(`${timeWords(saidAt)}${said === null ? '. Your words are not repeated here.' : ', you:'}`),
            ...(said === null ? [] : [words(said)]),
            note('The companion:'),
            words(replies.join('\n')),
          ]),
        ],
})
