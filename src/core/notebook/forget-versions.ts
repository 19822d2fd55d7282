import { z } from 'zod'
import { requireLearner } from '../actor.ts'
import { eraseVersions } from '../answers/erase-answers.ts'
import { myAnswers } from '../answers/my-answers.ts'
import type { Statement } from '../db/db.ts'
import { define } from '../define.ts'
import { AppError, notFound } from '../errors.ts'
import { forgetLink, readLinks } from '../evidence/link.ts'
import { isRoot } from '../learners/join-learners.ts'
import type { World } from '../world.ts'

const input = z.strictObject({ question: z.string().max(100) })

/**
 * Deletes every earlier version of an answer that the actor has taken back, and what they said of it and clauses. That it
 * was taken back stays, so that a save from before that only arrives now is a conflict, and brings nothing back by itself.
 * What came in a file and isn't asked here can't be taken back, and goes whole. Receipts of what was counted stay, and
 * words that a course was shown, which are taken back apart.
 */
export const forgetVersions = define({
  input,
  async run(world, actor, { question }): Promise<{ forgotten: number }> {
    const root = requireLearner(actor)
    // A second look is enough: the first can only lose to a save, or a join, that has committed meanwhile.
    for (let tries = 0; tries < 3; tries++) {
      const { answers } = await myAnswers(world, actor, { questions: [question] })
      const answer = answers.find((a) => a.question.id === question)
      if (!answer) throw notFound('an answer of yours to that question')
      const whole = answer.question.elsewhere !== undefined
      if (!answer.blank && !whole)
        throw new AppError('invalid', 'Take your answer back first. Then its earlier versions can be deleted.')
      const forgotten = whole ? answer.revision : answer.revision - 1
      if (forgotten === 0) return { forgotten }
      const unit = [
        ...(await eraseVersions(world.db, root, answer, forgotten)),
        ...(await forgetLinks(world, root, question)),
      ]
      if (!(await world.db.write([isRoot(world.db, root), ...unit])).committed) continue
      await world.db.scrub()
      return { forgotten }
    }
    throw new AppError('unavailable', 'Other saves came first. Nothing was deleted; please try again.')
  },
})

async function forgetLinks(world: World, root: string, question: string): Promise<Statement[]> {
  const links = [...(await readLinks(world, root)).values()]
  return links.filter((link) => link.question === question).flatMap((link) => forgetLink(world, link))
}
