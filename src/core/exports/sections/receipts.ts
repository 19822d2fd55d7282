import { z } from 'zod'
import { readWording } from '../../answers/wordings.ts'
import { courseNames } from '../../cohorts/my-places.ts'
import { ownQuestionsById } from '../../cohorts/own-question.ts'
import { myShownGaps } from '../../release/gap-receipts.ts'
import { countedWords, myReceipts } from '../../release/my-receipts.ts'
import { heading, note } from '../block.ts'
import { timeWords } from '../date-words.ts'
import { isoTime, section } from '../section.ts'

/** What of a learner's any trainer was ever shown: in which picture it was counted, and exactly what of it. */
export const receipts = section({
  name: 'receipts',
  shape: z.strictObject({
    answers: z.array(
      z.strictObject({
        course: z.string(),
        question: z.string(),
        ask: z.string(),
        closedAt: z.iso.datetime(),
        /** In words; none when it was counted that no option was chosen. */
        counted: z.array(z.string()),
      }),
    ),
    /** Questions that the companion couldn't answer: the heading they were counted under. */
    questions: z.array(z.strictObject({ course: z.string(), closedAt: z.iso.datetime(), under: z.string() })),
  }),
  async read({ world, learnerId }) {
    const answers = await myReceipts(world, learnerId)
    const gaps = await myShownGaps(world, learnerId)
    const names = await courseNames(
      world.db,
      [...answers, ...gaps].map(({ cohort }) => cohort),
    )
    const own = await ownQuestionsById(world.db, [...new Set(answers.map((r) => r.question))])
    return {
      answers: await Promise.all(
        answers.map(async ({ cohort, question: id, wording, closedAt, keys }) => {
          const question = world.content.question(id) ?? own.find((q) => q.id === id)
          const asked = question && { ...question, ...(await readWording(world, id, wording)) }
          return {
            course: names.get(cohort) ?? '',
            question: id,
            ask: asked?.ask ?? '',
            closedAt: isoTime(closedAt),
            counted: asked ? countedWords(asked, keys) : Object.values(keys).flat(),
          }
        }),
      ),
      questions: gaps.map(({ cohort, closedAt, under }) => ({ course: names.get(cohort) ?? '', closedAt, under })),
    }
  },
  blocks({ answers, questions }) {
    if (answers.length + questions.length === 0) return []
    const what = (counted: string[]) =>
      counted.length ? `“${counted.join('”, “')}”` : 'that I answered, and chose none of the options'
    return [
      heading(2, 'What trainers were shown'),
      note('Always in pictures of a whole group, and never with my name.'),
      ...answers.map(({ course, ask, closedAt, counted }) =>
        note(`${timeWords(closedAt)}, ${course}. “${ask}”: counted was ${what(counted)}.`),
      ),
      ...questions.map(({ course, closedAt, under }) =>
        note(
          `${timeWords(closedAt)}, ${course}. A question of mine to the companion was counted under the heading “${under}”; its words were not shown.`,
        ),
      ),
    ]
  },
})
