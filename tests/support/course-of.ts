import { newCourse, newMembers, newTrainer } from '#tests/attacks/group.ts'
import { place } from './shared-place.ts'

/** A course with a trainer of its own, which so many proven people have joined to be counted. */
export async function courseOf(count: number, more: Record<string, unknown> = {}) {
  const trainer = await newTrainer(place.core)
  const course = await newCourse(place.core, trainer, more)
  return { trainer, course, people: await newMembers(place.core, course, place.names(count)) }
}
export type Course = Awaited<ReturnType<typeof courseOf>>
