import { type Actor, VISITOR } from '#core/actor.ts'
import type { SetUp } from '#core/cohorts/set-up.ts'
import type { BrowserClient } from '#tests/support/browser-client.ts'
import type { Place } from './group.ts'
import { browserOf, fetchAll } from './http.ts'

/** Everything that a trainer can fetch from the real server, as one text: pages, JSON, and the headers of each. */
export async function trainerSees(place: Place, trainer: Actor): Promise<string> {
  const client = await browserOf(place, trainer)
  return fetchAll(client, await trainerPaths(client))
}

/** The addresses that a trainer can fetch: of all their courses, and those that are the same for everybody. */
export async function trainerPaths(client: BrowserClient): Promise<string[]> {
  const { cohorts } = (await (await client.get('/api/cohorts')).json()) as {
    cohorts: { id: string; joinCode: string }[]
  }
  return trainerPathsOf(cohorts)
}

export function trainerPathsOf(cohorts: { id: string; joinCode: string }[]): string[] {
  const rooms = cohorts.flatMap(({ id, joinCode }) => [
    `/trainer/cohorts/${id}`,
    `/trainer/cohorts/${id}/copy`,
    `/api/cohorts/${id}`,
    `/api/cohorts/${id}/insights`,
    `/trainer/cohorts/${id}/channel`,
    `/api/cohorts/${id}/channel`,
    // Not a member: the same as if there were nothing.
    `/api/cohorts/${id}/mine`,
    `/cohort/${id}`,
    `/join/${joinCode}`,
    `/api/join/${joinCode}`,
  ])
  return ['/trainer', '/api/cohorts', '/cohort', '/research', '/api/studies', '/share', '/api/texts', ...rooms]
}

/** Everything that a member can fetch about a course. */
export async function memberSees(place: Place, member: Actor, { id, joinCode }: SetUp): Promise<string> {
  return fetchAll(await browserOf(place, member), memberPaths({ id, joinCode }))
}

export const memberPaths = ({ id, joinCode }: Pick<SetUp, 'id' | 'joinCode'>): string[] => [
  `/cohort/${id}`,
  `/api/cohorts/${id}/mine`,
  '/cohort',
  '/share',
  '/share/cd.my-role',
  '/api/texts',
  `/join/${joinCode}`,
]

/** What somebody can fetch who only holds the join code. */
export async function strangerSees(place: Place, { joinCode }: SetUp): Promise<string> {
  return fetchAll(await browserOf(place, VISITOR), [`/join/${joinCode}`, `/api/join/${joinCode}`])
}
