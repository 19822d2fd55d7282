import { type Actor, VISITOR } from '#core/actor.ts'
import type { SetUp } from '#core/cohorts/set-up.ts'
import type { Place } from './group.ts'
import { browserOf, fetchAll } from './http.ts'

/** Everything that a trainer can fetch from the real server, as one text: pages, JSON, and the headers of each. */
export async function trainerSees(place: Place, trainer: Actor): Promise<string> {
  const client = await browserOf(place, trainer)
  const { cohorts } = (await (await client.get('/api/cohorts')).json()) as {
    cohorts: { id: string; joinCode: string }[]
  }
  const rooms = cohorts.flatMap(({ id, joinCode }) => [
    `/trainer/cohorts/${id}`,
    `/api/cohorts/${id}`,
    `/api/cohorts/${id}/insights`,
    // Not a member: the same as if there were nothing.
    `/api/cohorts/${id}/mine`,
    `/cohort/${id}`,
    `/join/${joinCode}`,
    `/api/join/${joinCode}`,
  ])
  return fetchAll(client, ['/trainer', '/api/cohorts', '/cohort', '/research', '/api/studies', ...rooms])
}

/** Everything that a member can fetch about a course. */
export async function memberSees(place: Place, member: Actor, { id, joinCode }: SetUp): Promise<string> {
  const paths = [`/cohort/${id}`, `/api/cohorts/${id}/mine`, '/cohort', `/join/${joinCode}`]
  return fetchAll(await browserOf(place, member), paths)
}

/** What somebody can fetch who only holds the join code. */
export async function strangerSees(place: Place, { joinCode }: SetUp): Promise<string> {
  return fetchAll(await browserOf(place, VISITOR), [`/join/${joinCode}`, `/api/join/${joinCode}`])
}
