import { z } from 'zod'
import { requireTrainer } from '../actor.ts'
import { define } from '../define.ts'
import { membershipRows, staffedCohort } from './find-cohort.ts'
import { invitedTo } from './invitation.ts'
import { setUpOf } from './set-up.ts'

/** What somebody who may run courses sees before they say yes to running one more. */
export interface Invited {
  course: string
  trainers: string[]
  questions: { ask: string; needs: number }[]
  /** The actor has joined it as a learner: saying yes ends that. Nobody else is told. */
  isMember: boolean
  /** The actor runs it already; then this is its id. */
  runs: string | null
}

/** Shows an invitation to whoever holds it and may run courses. To everybody else it isn't there. */
export const showInvitation = define({
  input: z.strictObject({ secret: z.string().max(200) }),
  async run(world, actor, { secret }): Promise<Invited> {
    const learnerId = requireTrainer(actor)
    const cohort = await invitedTo(world, secret)
    const { trainers, questions } = await setUpOf(world, cohort)
    const mine = await staffedCohort(world, learnerId, cohort.id).catch(() => null)
    return {
      course: cohort.name,
      trainers,
      questions: questions.filter((q) => !q.retired).map(({ ask, needs }) => ({ ask, needs })),
      isMember: (await membershipRows(world.db, learnerId, cohort.id)).length > 0,
      runs: mine?.id ?? null,
    }
  },
})
