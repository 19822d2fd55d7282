import { type Actor, learnerOf } from '../actor.ts'
import { membershipsOf } from '../cohorts/members.ts'
import { statement } from '../db/db.ts'
import { nameOf } from '../errors.ts'
import { newPublicId } from '../id.ts'
import type { World } from '../world.ts'
import { dayOf, type Gap, type GapContent, gapsOf } from './gap.ts'

/** Of one person's questions in a day, so many are kept at most: a flood would fill the database and serve nobody. */
export const MOST_A_DAY = 10
const TRIES = 5

/** What was asked, and the clauses nearest to it, best first. */
export type Unanswered = Omit<GapContent, 'counted'>

/**
 * Keeps a question that the companion couldn't answer, sealed under its asker's key, if its asker is counted on a course:
 * for anybody else it would only lie there. The same question is kept once. Whether it was kept, or couldn't be, changes
 * nothing in the reply.
 */
export async function keepGap(world: World, actor: Actor, unanswered: Unanswered): Promise<void> {
  const learnerId = learnerOf(actor)
  if (learnerId === null) return
  try {
    if (!(await membershipsOf(world.db, [learnerId])).some((m) => m.counted)) return
    // A second look is enough: the first can only lose to another question of the same person.
    for (let tries = 0; tries < TRIES; tries++) if (await keep(world, learnerId, unanswered)) return
  } catch (error) {
    world.log('gap-not-kept', { name: nameOf(error) })
  }
}

/** False when another question took the place. */
async function keep(world: World, learnerId: string, unanswered: Unanswered): Promise<boolean> {
  const { db, keys, clock } = world
  const now = clock.now()
  const mine = (await gapsOf(world, [learnerId], now)).get(learnerId) ?? []
  if (mine.some((gap) => bare(gap.question) === bare(unanswered.question))) return true
  const nth = freePlace(mine.filter((gap) => gap.day === dayOf(now)))
  if (nth === null) return true
  const row = {
    learner_id: learnerId,
    day: dayOf(now),
    nth,
    id: newPublicId(),
    sealed: await keys.seal(learnerId, JSON.stringify(unanswered)),
    asked_at: now,
  }
  const insert = db.draft
    .insertInto('gap')
    .values(row)
    .onConflict((c) => c.doNothing())
  return (await db.write([statement(insert, 1)])).committed
}

/** The first place of today that no question has taken; null when the day is full. */
function freePlace(today: Gap[]): number | null {
  if (today.length >= MOST_A_DAY) return null
  let nth = 1
  while (today.some((gap) => gap.nth === nth)) nth++
  return nth
}

/** Two questions are the same whatever their capitals, blanks and signs. */
const bare = (question: string): string =>
  question
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
