import { z } from 'zod'
import { learnerOf } from '../actor.ts'
import { define } from '../define.ts'
import { type MyText, myTextsOf } from './my-text.ts'

/** Everything that the actor approved for a course and that stands, or is on its way out, newest first. */
export const myTexts = define({
  input: z.strictObject({}),
  async run(world, actor): Promise<{ texts: MyText[] }> {
    const learnerId = learnerOf(actor)
    return { texts: learnerId === null ? [] : await myTextsOf(world, learnerId) }
  },
})
