import { SYSTEM } from '#core/actor.ts'
import type { Core } from '#core/app.ts'
import type { SlackSettings } from '#core/slack-settings.ts'
import type { SlackSettings as Addressed } from './slack-adapter.ts'
import { tokens } from './tokens.ts'

/** What sends to Slack unasked: at its own hours, and perhaps to a workspace that has gone meanwhile. */
export interface Sending extends Addressed {
  /** A workspace's token doesn't work any more. False where it wasn't installed with this one. */
  leave(workspace: string, token: string): Promise<boolean>
}

export const sending = (
  core: Pick<Core, 'slackToken' | 'leaveSlackWorkspace'>,
  slack: SlackSettings,
  site: string,
): Sending => ({
  tokenOf: tokens(core, slack),
  apiUrl: slack.apiUrl,
  site,
  leave: (workspace, token) => core.leaveSlackWorkspace(SYSTEM, { workspace, token }),
})
