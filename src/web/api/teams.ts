import type { Companion } from '#bot/index.ts'
import { notFound } from '#core/errors.ts'
import type { Handler } from '../route.ts'

/** Teams' activities. They are acknowledged at once; the replies go to Teams on their own. */
export const teamsActivities =
  ({ teams }: Companion): Handler =>
  async ({ rawBody, headers }) => {
    if (!teams) throw notFound('that page')
    return teams.receive({ rawBody, headers })
  }
