import { z } from 'zod'
import { whatWasAgreed } from '../../consents/what-was-agreed.ts'
import { heading, note, words as theirWords } from '../block.ts'
import { dayWords } from '../date-words.ts'
import { isoTime, section } from '../section.ts'

const WHAT = {
  counted: 'being counted',
  quoting: 'the companion’s quoting my personal answers',
  model: 'a model’s reading what I ask',
  study: 'a study',
  text: 'showing these words',
}

/** The ledger: every yes and every taking back, with the words that were agreed to. */
export const consents = section({
  name: 'consents',
  shape: z.array(
    z.strictObject({
      kind: z.enum(['counted', 'quoting', 'model', 'study', 'text']),
      /** The course or the study. */
      about: z.string().nullable(),
      /** What was put to them; of a text, the words that they approved. */
      words: z.string().nullable(),
      version: z.int().nullable(),
      /** True for a yes, false where it was taken back. */
      given: z.boolean(),
      at: z.iso.datetime(),
    }),
  ),
  read: async ({ world, learnerId }) =>
    (await whatWasAgreed(world, learnerId)).map((agreed) => ({ ...agreed, at: isoTime(agreed.at) })),
  blocks: (all) =>
    all.length === 0
      ? []
      : [
          heading(2, 'What I said yes or no to'),
          ...all.flatMap(({ kind, about, words, given, at }) => [
            note(`${dayWords(at)}: ${given ? 'yes' : 'no'} to ${WHAT[kind]}${about ? ` (${about})` : ''}.`),
            ...(words && given ? [theirWords(words)] : []),
          ]),
        ],
})
