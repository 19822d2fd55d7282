import type { Companion } from '#bot/index.ts'
import { notFound } from '#core/errors.ts'
import type { Handler } from '../route.ts'

/** A press of a button under a message of the companion's in Slack, or a window that was filled in. */
export const slackPresses =
  ({ slack }: Companion): Handler =>
  async ({ rawBody, headers }) => {
    if (!slack) throw notFound('that page')
    return slack.press({ rawBody, headers })
  }

/** What somebody typed after `/standpoint` in Slack. The reply is for them alone. */
export const slackCommands =
  ({ slack }: Companion): Handler =>
  async ({ rawBody, headers }) => {
    if (!slack) throw notFound('that page')
    return slack.command({ rawBody, headers })
  }

/** Slack's Events API. It is acknowledged at once; the replies go to Slack on their own. */
export const slackEvents =
  ({ slack }: Companion): Handler =>
  async ({ rawBody, headers }) => {
    if (!slack) throw notFound('that page')
    return slack.receive({ rawBody, headers })
  }
