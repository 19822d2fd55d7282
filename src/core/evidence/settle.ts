import { z } from 'zod'
import { type Actor, requireLearner } from '../actor.ts'
import { myAnswers } from '../answers/my-answers.ts'
import { AppError, notFound } from '../errors.ts'
import type { World } from '../world.ts'
import { assessableClause, wordsOfClause } from './assessable.ts'
import { type LinkContent, writeLink } from './link.ts'

/** An answer, by its question, and a clause. */
export const pair = z.strictObject({
  question: z.string('Say which answer.').max(100),
  clause: z.string('Say which clause.').max(100),
})

export interface Settled {
  question: string
  clause: string
  state: LinkContent['state']
}

/** Keeps what the actor says of one of their answers and a clause, in the words that the clause has now. */
export async function settle(
  world: World,
  actor: Actor,
  sent: z.infer<typeof pair>,
  state: LinkContent['state'],
): Promise<Settled> {
  const root = requireLearner(actor)
  const clause = assessableClause(world.content.standards, sent.clause)
  if (!clause) throw notFound('that clause among those that can be assessed')
  const { answers } = await myAnswers(world, actor, { questions: [sent.question] })
  const answer = answers.find(({ question }) => question.id === sent.question)
  if (!answer) throw notFound('an answer of yours to that question')
  if (answer.blank) throw new AppError('invalid', 'You took that answer back, so there is nothing to use.')
  const { question, asked, revision, savedAt } = answer
  const content = { question: question.id, ask: asked.ask, clause: wordsOfClause(clause), state, revision, savedAt }
  await writeLink(world, root, content)
  return { question: question.id, clause: clause.uid, state }
}
