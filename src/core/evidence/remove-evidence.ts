import { requireLearner } from '../actor.ts'
import { define } from '../define.ts'
import { notFound } from '../errors.ts'
import { forgetLink, linkKey, readLinks } from './link.ts'
import { pair } from './settle.ts'

/**
 * Forgets what the actor said of an answer and a clause: it is neither confirmed nor dismissed, and may be suggested
 * again. This works for clauses that are gone, too.
 */
export const removeEvidence = define({
  input: pair,
  async run(world, actor, { question, clause }): Promise<{ removed: true }> {
    const root = requireLearner(actor)
    const link = (await readLinks(world, root)).get(linkKey(question, clause))
    if (!link) throw notFound('that among what you have confirmed')
    await world.db.write(forgetLink(world, link))
    return { removed: true }
  },
})
