import type { Companion } from '#bot/index.ts'
import { notFound } from '#core/errors.ts'
import type { Handler } from '../route.ts'

/** Slack's Events API. It is acknowledged at once; the replies go to Slack on their own. */
export const slackEvents =
  ({ slack }: Companion): Handler =>
  async ({ rawBody, headers }) => {
    if (!slack) throw notFound('that page')
    return slack.receive({ rawBody, headers })
  }
