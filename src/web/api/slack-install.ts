import type { Companion } from '#bot/index.ts'
import { notFound } from '#core/errors.ts'
import type { ApiRequest, Handler, Route } from '../route.ts'

const COOKIE = 'standpoint-slack'
const BACK = '/api/slack/install/back'

/** By it the browser that went to Slack is known when it comes back; null forgets it. */
function cookie(secret: string | null, siteUrl: string): Record<string, string> {
  const secure = siteUrl.startsWith('https:') ? '; Secure' : ''
  const value = `${COOKIE}=${secret ?? ''}; Path=${BACK}; Max-Age=${secret === null ? 0 : 3600}; HttpOnly; SameSite=Lax`
  return { 'set-cookie': value + secure }
}

function secretOf({ headers }: ApiRequest): string | null {
  const found = new RegExp(`(?:^|; *)${COOKIE}=([\\w-]{20,200})(?:;|$)`).exec(headers.cookie ?? '')
  return found?.[1] ?? null
}

/** The way to Slack and back, by which a workspace installs the Slack app. It isn't there where it can't be. */
export function slackInstallRoutes({ slack }: Pick<Companion, 'slack'>): Route[] {
  const opened = () => {
    if (!slack?.install) throw notFound('that page')
    return slack.install
  }
  const begin: Handler = async ({ siteUrl }) => {
    const { url, browser } = await opened().begin(siteUrl + BACK)
    return { away: url, headers: cookie(browser, siteUrl) }
  }
  const finish: Handler = async (request) => {
    const { url, siteUrl } = request
    const came = { query: url.searchParams, browser: secretOf(request), back: siteUrl + BACK }
    const ended = await opened().finish(came)
    return { page: { path: '/slack/install', locals: { ended } }, headers: cookie(null, siteUrl) }
  }
  return [
    { method: 'GET', path: '/api/slack/install', handle: begin, perMinute: 30 },
    { method: 'GET', path: BACK, handle: finish, perMinute: 30 },
  ]
}
