import type { WebClient } from '@slack/web-api'
import { SYSTEM } from '#core/actor.ts'
import type { Core } from '#core/app.ts'
import type { SlackSettings } from '#core/slack-settings.ts'
import { slackClients, type TokenOf } from './clients.ts'

/** The app isn't installed in the workspace, or not any more. */
export class NotInstalled extends Error {
  override name = 'NotInstalled'
}

/** How prompts were addressed while there was one workspace. */
const THE_ONLY = ''

/**
 * Each workspace's token: the one that it was installed with, or else the one in the settings, which speaks in its own
 * workspace and in no other.
 */
export function tokens(core: Pick<Core, 'slackToken'>, { botToken, apiUrl }: SlackSettings): TokenOf {
  let asked: Promise<string | undefined> | null = null
  const ownWorkspace = (token: string): Promise<string | undefined> => {
    asked ??= slackClients(async () => token, apiUrl, { retryConfig: { retries: 0 } })(THE_ONLY)
      .then((client: WebClient) => client.auth.test())
      .then(({ team_id: workspace }) => workspace)
      .catch((error) => {
        asked = null
        throw error
      })
    return asked
  }
  return async (workspace) => {
    const kept = workspace === THE_ONLY ? null : await core.slackToken(SYSTEM, { workspace })
    if (kept !== null) return kept
    if (botToken && (workspace === THE_ONLY || (await ownWorkspace(botToken)) === workspace)) return botToken
    throw new NotInstalled('The app is not installed in this workspace.')
  }
}
