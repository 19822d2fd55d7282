import { z } from 'zod'
import { learnerOf } from '../actor.ts'
import { isOwnId, ownQuestionFor, ownQuestionsById } from '../cohorts/own-question.ts'
import { define } from '../define.ts'
import { notFound } from '../errors.ts'
import type { Question } from '../questions/question.ts'
import type { World } from '../world.ts'
import { hasAnswered } from './revision.ts'

/**
 * The question that this person may answer: any of the content, and a trainer's own one of a course that they joined, or
 * that they have answered before. Any other is not there, and looks like one that never was.
 */
export async function findQuestion(world: World, learnerId: string | null, id: string): Promise<Question> {
  const question = isOwnId(id) ? await findOwn(world, learnerId, id) : world.content.question(id)
  if (!question) throw notFound('that question')
  return question
}

async function findOwn(world: World, learnerId: string | null, id: string): Promise<Question | undefined> {
  if (learnerId === null) return undefined
  const ofMyCourse = await ownQuestionFor(world.db, learnerId, id)
  if (ofMyCourse || !(await hasAnswered(world.db, learnerId, id))) return ofMyCourse
  return (await ownQuestionsById(world.db, [id]))[0]
}

/** The question behind an id that somebody's form holds. */
export const questionToAnswer = define({
  input: z.strictObject({ question: z.string().max(100) }),
  run: (world, actor, { question }): Promise<Question> => findQuestion(world, learnerOf(actor), question),
})
