import { z } from 'zod'
import { learnerOf } from '../actor.ts'
import { define } from '../define.ts'
import { headingOf } from '../standards/heading.ts'
import type { World } from '../world.ts'
import { type Gap, gapsOf, keptUntil } from './gap.ts'

/** A question of the actor's that the companion couldn't answer. Times are ISO times. */
export interface MyGap {
  id: string
  question: string
  askedAt: string
  keptUntil: string
  /** The heading of the nearest clause; null when the standards no longer have it. */
  near: { words: string; path: string } | null
  /** What a trainer was shown of it: the tick, and the heading. Null when nothing was. */
  counted: { closedAt: string; under: string } | null
}

/** What the actor asked and the companion couldn't answer, newest first, as far as it is still kept. A visitor has none. */
export const myGaps = define({
  input: z.strictObject({}),
  async run(world, actor): Promise<{ gaps: MyGap[] }> {
    const learnerId = learnerOf(actor)
    if (learnerId === null) return { gaps: [] }
    const mine = (await gapsOf(world, [learnerId], world.clock.now())).get(learnerId) ?? []
    return { gaps: mine.toReversed().map((gap) => toMyGap(world, gap)) }
  },
})

function toMyGap({ content }: World, { id, question, askedAt, clauses, counted }: Gap): MyGap {
  const heading = headingOf(content.standards, clauses)
  return {
    id,
    question,
    askedAt: new Date(askedAt).toISOString(),
    keptUntil: new Date(keptUntil(askedAt)).toISOString(),
    near: heading && { words: heading.words, path: heading.path },
    counted: counted ? { closedAt: new Date(counted.closedAt).toISOString(), under: counted.under } : null,
  }
}
