import { type Moves, moveBetween } from '../questions/move.ts'
import type { AnswerValue, Question } from '../questions/question.ts'
import { ratingOf } from '../questions/ratings.ts'
import type { World } from '../world.ts'
import { type Revision, readNewest } from './revision.ts'

/**
 * How the ratings that are given here moved from their author's own earlier ones, compared once, when they are given: so
 * closing a batch reads this answer alone, and a later edit of the earlier rating changes nothing that was counted. As
 * long as a rating stays, its move does; with nothing to compare it with, there is none.
 */
export async function compareRatings(
  world: World,
  learnerId: string,
  question: Question,
  value: AnswerValue,
  newest: Revision | undefined,
): Promise<Moves> {
  const moves: Moves = {}
  for (const part of question.parts) {
    const now = value[part.name]
    if (part.type !== 'scale' || !part.movedFrom || typeof now !== 'number') continue
    const kept = newest?.value[part.name] === now ? newest.moves[part.name] : undefined
    const earlier = kept ? undefined : await readNewest(world, learnerId, part.movedFrom.question)
    const before = earlier && ratingOf(earlier, part.movedFrom.row)
    if (kept) moves[part.name] = kept
    else if (before?.points === part.points) moves[part.name] = moveBetween(before.point, now)
  }
  return moves
}
