import { z } from 'zod'
import { gapsOf, keptUntil } from '../../gaps/gap.ts'
import { heading, note, words } from '../block.ts'
import { dayWords } from '../date-words.ts'
import { isoTime, section } from '../section.ts'

/** What a learner asked and the companion couldn't answer, as far as it is still kept. */
export const unanswered = section({
  name: 'unanswered',
  shape: z.array(z.strictObject({ question: z.string(), askedAt: z.iso.datetime(), keptUntil: z.iso.datetime() })),
  async read({ world, learnerId }) {
    const gaps = (await gapsOf(world, [learnerId], world.clock.now())).get(learnerId) ?? []
    return gaps.map(({ question, askedAt }) => ({
      question,
      askedAt: isoTime(askedAt),
      keptUntil: isoTime(keptUntil(askedAt)),
    }))
  },
  blocks: (all) =>
    all.length === 0
      ? []
      : [
          heading(2, 'What the companion couldn’t answer'),
          ...all.flatMap(({ question, askedAt }) => [words(question), note(`Asked ${dayWords(askedAt)}.`)]),
        ],
})
