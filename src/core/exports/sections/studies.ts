import { z } from 'zod'
import { BACKGROUND, FIELDS, labelOf } from '../../research/background.ts'
import { whatWasSaid } from '../../research/what-was-said.ts'
import { heading, note } from '../block.ts'
import { dayWords } from '../date-words.ts'
import { isoTime, section } from '../section.ts'

/** The ledger of what a learner said to studies, and the files that count them. */
export const studies = section({
  name: 'studies',
  shape: z.strictObject({
    said: z.array(
      z.strictObject({
        study: z.string(),
        title: z.string(),
        version: z.int(),
        /** True for a yes, false where one was taken back. */
        given: z.boolean(),
        at: z.iso.datetime(),
        /** What was told with it, and is still kept: the field and the answer, in words. */
        told: z.array(z.strictObject({ ask: z.string(), answer: z.string() })),
      }),
    ),
    files: z.array(z.string()),
  }),
  async read({ world, learnerId }) {
    const { said, files } = await whatWasSaid(world, learnerId)
    return {
      said: said.map(({ at, told, ...rest }) => ({
        ...rest,
        at: isoTime(at),
        told: FIELDS.flatMap((field) => {
          const code = told[field]
          return code ? [{ ask: BACKGROUND[field].ask, answer: labelOf(field, code) }] : []
        }),
      })),
      files,
    }
  },
  blocks({ said, files }) {
    if (said.length + files.length === 0) return []
    return [
      heading(2, 'Studies'),
      ...said.flatMap(({ title, version, given, at, told }) => [
        note(
          given
            ? `${dayWords(at)}: I said yes to “${title}”, version ${version}.`
            : `${dayWords(at)}: I took my yes to “${title}” back.`,
        ),
        ...told.map(({ ask, answer }) => note(`${ask} ${answer}.`)),
      ]),
      ...(files.length ? [note(`Files that hold counts with me in them: ${files.join(', ')}.`)] : []),
    ]
  },
})
