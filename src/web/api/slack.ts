import type { Companion } from '#bot/index.ts'
import { notFound } from '#core/errors.ts'
import type { Handler } from '../route.ts'

/** What Slack sends: events, its command, presses of buttons, and windows. It is acknowledged at once; most replies go to Slack on their own. */
export const fromSlack =
  ({ slack }: Companion): Handler =>
  async ({ rawBody, headers }) => {
    if (!slack?.receive) throw notFound('that page')
    return slack.receive({ rawBody, headers })
  }
