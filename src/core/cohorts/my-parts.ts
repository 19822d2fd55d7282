import { countedIn, type MyPart, myPartIn } from '../release/my-part.ts'
import type { World } from '../world.ts'
import { membershipsOf } from './members.ts'

/** What has become of one of the actor's answers in one course. */
export interface MyPartInCourse extends MyPart {
  course: { id: string; name: string /** The actor is still in it. */; joined: boolean }
}

/** What has become of these answers of the actor's in every course of theirs, also in those they left after it was shown. */
export async function myParts(world: World, learnerId: string, questions: string[]): Promise<MyPartInCourse[]> {
  const joined = (await membershipsOf(world.db, [learnerId])).map(({ cohortId }) => cohortId)
  const ids = [...new Set([...joined, ...(await countedIn(world, learnerId, questions))])]
  if (ids.length === 0) return []
  const courses = await world.db.read
    .selectFrom('cohort')
    .select(['id', 'name'])
    .where('id', 'in', ids)
    .orderBy('name')
    .orderBy('id')
    .execute()
  const found = await Promise.all(
    courses.map(async (course) => {
      const isIn = joined.includes(course.id)
      const parts = await myPartIn(world, learnerId, course.id)
      return (
        parts
          .filter(
            ({ question, state, shown }) => questions.includes(question.id) && (isIn ? state !== 'none' : shown.length),
          )
          // Nothing more becomes of it in a course that was left: only what was shown stays.
          .map(
            (part) => ({ ...part, state: isIn ? part.state : 'shown', course: { ...course, joined: isIn } }) as const,
          )
      )
    }),
  )
  return found.flat()
}
