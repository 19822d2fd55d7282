import { z } from 'zod'
import { learnerOf } from '../actor.ts'
import { type JoinedCohort, joinedCohorts } from '../cohorts/joined-cohorts.ts'
import { define } from '../define.ts'
import { type MyStudy, myStudies } from '../research/my-studies.ts'
import { type MyText, myTextsOf } from '../texts/my-text.ts'
import { lastSaid } from './choices.ts'
import { type Agreed, whatWasAgreed } from './what-was-agreed.ts'
import { wordsOf } from './words.ts'

export interface MyChoices {
  courses: JoinedCohort[]
  /** The companion may quote personal answers, in these words. */
  quoting: { yes: boolean; words: string }
  /** A model may read what they ask, in these words; null where none is set up. */
  model: { yes: boolean; words: string } | null
  studies: Pick<MyStudy, 'id' | 'title' | 'open' | 'mine'>[]
  texts: MyText[]
  /** The ledger, newest first. */
  agreed: Agreed[]
}

/** Everything that the acting learner can allow or take back, as it stands now, and everything they ever said to it. */
export const myChoices = define({
  input: z.strictObject({}),
  async run(world, actor): Promise<MyChoices> {
    const root = learnerOf(actor)
    const host = world.model?.host ?? null
    const says = async (what: 'quoting' | 'model') => ({
      yes: root !== null && (await lastSaid(world, root, what)) === true,
      words: wordsOf(what, host).words,
    })
    const { studies } = await myStudies(world, actor, {})
    return {
      courses: (await joinedCohorts(world, actor, {})).cohorts,
      quoting: await says('quoting'),
      model: host === null ? null : await says('model'),
      studies: studies.map(({ id, title, open, mine }) => ({ id, title, open, mine })),
      texts: root === null ? [] : await myTextsOf(world, root),
      agreed: root === null ? [] : (await whatWasAgreed(world, root)).toReversed(),
    }
  },
})
