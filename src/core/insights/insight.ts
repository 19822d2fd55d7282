import type { z } from 'zod'
import { cardOpener, type OpenCards } from '../cards/open-cards.ts'
import { cohortSetUp } from '../cohorts/cohort-set-up.ts'
import type { SetUp } from '../cohorts/set-up.ts'
import type { Released } from '../db/released.ts'
import { define, type Verb } from '../define.ts'

/** All that an insight gets. No clock: what trainers read changes when a batch closes, and at no other time. */
export interface View {
  /** The cohort, which the actor runs. */
  setUp: SetUp
  released: Released
  /** Opens cards with the keys of their own: no other key is within reach. */
  openCards: OpenCards
}

/** Declares a verb that trainers read with. A cohort that isn't theirs, or isn't there, is refused before `run`. */
export const insight = <Input, Parsed extends { cohort: string }, Result>(verb: {
  input: z.ZodType<Parsed, Input>
  run(view: View, input: Parsed): Promise<Result>
}): Verb<Input, Parsed, Result> =>
  define({
    input: verb.input,
    async run(world, actor, input) {
      const setUp = await cohortSetUp(world, actor, { cohort: input.cohort })
      return verb.run({ setUp, released: world.released, openCards: cardOpener(world) }, input)
    },
  })
