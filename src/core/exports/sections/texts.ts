import { z } from 'zod'
import { courseNames } from '../../cohorts/my-places.ts'
import { readTexts } from '../../texts/approved-text.ts'
import { heading, note, words } from '../block.ts'
import { dayWords } from '../date-words.ts'
import { isoTime, section } from '../section.ts'

const time = z.iso.datetime()

/** Words that a learner ever approved for a course to see, also those they took back. */
export const texts = section({
  name: 'texts',
  shape: z.array(
    z.strictObject({
      course: z.string(),
      question: z.string(),
      words: z.string(),
      approvedAt: time,
      /** When it was taken back, or another took its place. */
      withdrawnAt: time.nullable(),
      /** Why it stayed with its author; null where it could go out. */
      held: z.string().nullable(),
      /** From when its trainer could see it; null where they never could. */
      shownSince: time.nullable(),
    }),
  ),
  async read({ world, learnerId }) {
    const all = await readTexts(world, [learnerId])
    const names = await courseNames(
      world.db,
      all.map((text) => text.cohort),
    )
    return all.map(({ cohort, questionId, words, approvedAt, withdrawnAt, held, card }) => ({
      course: names.get(cohort) ?? '',
      question: questionId,
      words,
      approvedAt: isoTime(approvedAt),
      withdrawnAt: withdrawnAt === null ? null : isoTime(withdrawnAt),
      held,
      shownSince: card === null ? null : isoTime(card.since),
    }))
  },
  blocks: (all) =>
    all.length === 0
      ? []
      : [
          heading(2, 'Words of mine that I chose to show'),
          ...all.flatMap(({ course, words: text, approvedAt, withdrawnAt, held, shownSince }) => [
            words(text),
            note(
              [
                `Approved for ${course}, ${dayWords(approvedAt)}.`,
                held !== null && 'They stayed with me.',
                held === null &&
                  (shownSince === null ? 'Not shown.' : `The trainer could see them from ${dayWords(shownSince)}.`),
                withdrawnAt !== null && `Taken back, ${dayWords(withdrawnAt)}.`,
              ]
                .filter(Boolean)
                .join(' '),
            ),
          ]),
        ],
})
