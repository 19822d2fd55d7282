import { LogLevel, WebAPIPlatformError, WebClient } from '@slack/web-api'
import { SYSTEM, VISITOR } from '#core/actor.ts'
import type { Core } from '#core/app.ts'
import { nameOf } from '#core/errors.ts'
import type { Log } from '#core/log.ts'
import type { SlackSettings } from '#core/slack-settings.ts'
import type { Installed } from '#core/workspaces/installed.ts'
import { SCOPES } from './scopes.ts'

export interface SlackInstall {
  /** Where to send a browser, and the secret by which it is known when it comes back to `back`. */
  begin(back: string): Promise<{ url: string; browser: string }>
  finish(came: { query: URLSearchParams; browser: string | null; back: string }): Promise<Installed>
}

interface Parts {
  core: Pick<Core, 'beginSlackInstall' | 'endSlackVisit' | 'keepSlackWorkspace'>
  settings: SlackSettings
  log: Log
}

/** Slack's OAuth 2: any workspace can install the app from a page of ours. */
export function slackInstall({ core, settings, log }: Parts): SlackInstall | null {
  const { app, apiUrl } = settings
  if (!app) return null
  return {
    async begin(back) {
      const { state, browser } = await core.beginSlackInstall(VISITOR, {})
      const url = new URL('/oauth/v2/authorize', apiUrl ?? 'https://slack.com')
      const asked = { client_id: app.clientId, scope: SCOPES.join(','), redirect_uri: back, state }
      for (const [name, value] of Object.entries(asked)) url.searchParams.set(name, value)
      return { url: url.href, browser }
    },
    async finish({ query, browser, back }) {
      const state = query.get('state') ?? ''
      const visit = await core.endSlackVisit(SYSTEM, { state, browser: browser ?? '' })
      if (visit !== 'good') return { as: visit }
      const code = query.get('code')
      if (!code) return { as: query.get('error') === 'access_denied' ? 'refused' : 'not-taken' }
      try {
        return await exchange(core, settings, { code, back })
      } catch (error) {
        log('slack-install-failed', { name: nameOf(error), ...(isPlatform(error) && { why: error.data.error }) })
        return { as: isPlatform(error) ? 'not-taken' : 'not-reached' }
      }
    },
  }
}

const isPlatform = (error: unknown): error is WebAPIPlatformError => error instanceof WebAPIPlatformError

async function exchange(
  core: Parts['core'],
  { app, apiUrl }: SlackSettings,
  { code, back }: { code: string; back: string },
): Promise<Installed> {
  const client = new WebClient(undefined, {
    ...(apiUrl ? { slackApiUrl: apiUrl } : {}),
    // A code is good once: a second try would only say so.
    retryConfig: { retries: 0 },
    timeout: 10_000,
    logLevel: LogLevel.ERROR,
  })
  const { clientId: client_id = '', clientSecret: client_secret = '' } = app ?? {}
  const granted = await client.oauth.v2.access({ client_id, client_secret, code, redirect_uri: back })
  const { access_token: token = '', team, is_enterprise_install: whole, refresh_token } = granted
  if (whole || !team?.id || refresh_token) {
    // What isn't kept is given back.
    await client.auth.revoke({ token })
    return { as: refresh_token ? 'expiring' : 'whole-organisation' }
  }
  const { replaced } = await core.keepSlackWorkspace(SYSTEM, { workspace: team.id, token })
  return { as: replaced ? 'again' : 'installed', workspace: team.name ?? '' }
}
