import { z } from 'zod'
import { requireLearner } from '../actor.ts'
import { readNewest } from '../answers/revision.ts'
import { define } from '../define.ts'
import { notFound } from '../errors.ts'
import { mayBeShown, ownWordsOf } from '../questions/own-words.ts'
import { type CourseForWords, courseOf } from './course-of.ts'
import { type Look, lookAt, wordsToShow } from './look-at.ts'
import { type MyText, myTextsOf } from './my-text.ts'

/** Words as a course would see them, before anybody does. */
export interface TextPreview extends Look {
  question: { id: string; ask: string }
  /** The course that would see them; null when the answer isn't counted in any, and then nothing can be shown. */
  course: Omit<CourseForWords, 'names'> | null
  /** What the actor approved for this question before and still stands, or is on its way out. */
  mine: MyText[]
}

/**
 * Shows the actor's words as their course would see them, with what might tell who somebody is. Without `words` it starts
 * from the actor's answer. Nothing is stored and nothing leaves.
 */
export const previewText = define({
  input: z.strictObject({ question: z.string().max(100), words: wordsToShow.optional() }),
  async run(world, actor, sent): Promise<TextPreview> {
    const root = requireLearner(actor)
    const question = world.content.question(sent.question)
    if (!question || !mayBeShown(question)) throw notFound('that question')
    const answer = await readNewest(world, root, question.id)
    if (!answer) throw notFound('an answer of yours to that question')
    const course = await courseOf(world, root, question.id)
    const words = sent.words ?? ownWordsOf({ ...question, ...answer.asked }, answer.value)
    return {
      question: { id: question.id, ask: question.ask },
      course: course && { id: course.id, name: course.name, trainers: course.trainers },
      mine: await myTextsOf(world, root, question.id),
      ...(await lookAt(words, course?.names ?? [])),
    }
  },
})
