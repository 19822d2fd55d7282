import type { Actor } from '#core/actor.ts'
import { VISITOR } from '#core/actor.ts'
import type { Core } from '#core/app.ts'
import type { SetUp } from '#core/cohorts/set-up.ts'
import { insightsView } from '../../src/components/cohort/insights-view.ts'
import { joinForm } from '../../src/components/cohort/join-form.ts'
import { memberView } from '../../src/components/cohort/member-view.ts'
import { roomHead } from '../../src/components/cohort/room-head.ts'
import { roomList } from '../../src/components/cohort/room-list.ts'

const SITE = 'https://standpoint.example'

/** Everything that a trainer can fetch, as one text: every answer of the core, and every page made of it. */
export async function trainerSees(core: Core, trainer: Actor): Promise<string> {
  const mine = await core.myCohorts(trainer, {})
  const rooms = await Promise.all(
    mine.cohorts.map(async ({ id, joinCode }) => {
      const insights = await core.cohortInsights(trainer, { cohort: id })
      const json = [insights, await core.cohortSetUp(trainer, { cohort: id }), await core.cohortToJoin(trainer, { code: joinCode })]
      const page = `${roomHead(insights.setUp, SITE)}${insightsView(insights, core.content.chapters)}`
      return `${JSON.stringify(json)}\n${page}`
    }),
  )
  return [JSON.stringify(mine), roomList(mine.cohorts).text, ...rooms].join('\n')
}

/** Everything that a member can fetch of a course, and what somebody who only holds its code can. */
export async function memberSees(core: Core, member: Actor, course: SetUp): Promise<string> {
  const mine = await core.cohortForLearner(member, { cohort: course.id })
  const outside = await core.cohortToJoin(VISITOR, { code: course.joinCode })
  const list = await core.joinedCohorts(member, {})
  return [JSON.stringify([mine, outside, list]), memberView(mine).text, joinForm(outside).text].join('\n')
}
