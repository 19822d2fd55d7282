import { ownQuestionsById } from '../cohorts/own-question.ts'
import type { Question } from '../questions/question.ts'
import type { World } from '../world.ts'
import { questionElsewhere } from './elsewhere.ts'
import type { Revision } from './revision.ts'

/** The questions that somebody answered, as `readRevisions` gave them: the content's in reading order, then trainers' own, then those that aren't asked here. */
export async function questionsBehind(world: World, revisions: Map<string, Revision[]>): Promise<Question[]> {
  const ofContent = world.content.questions.filter((q) => revisions.has(q.id))
  // Whoever has answered one may read it for good, whether or not they are still on that course.
  const own = await ownQuestionsById(world.db, [...revisions.keys()])
  const known = new Set([...ofContent, ...own].map((q) => q.id))
  // Nothing that somebody wrote is left out because nobody asks for it any more.
  const elsewhere = [...revisions].flatMap(([id, all]) => {
    const newest = all.at(-1)
    return known.has(id) || !newest ? [] : [questionElsewhere(newest)]
  })
  return [...ofContent, ...own, ...elsewhere]
}
