import { z } from 'zod'

/** What is set of the app, as `config.ts` reads it. */
export const SLACK_ENVIRONMENT = {
  STANDPOINT_SLACK_BOT_TOKEN: z.string().startsWith('xoxb-', 'a bot token, which begins with xoxb-').optional(),
  STANDPOINT_SLACK_SIGNING_SECRET: z.string().min(1).optional(),
  STANDPOINT_SLACK_APP_TOKEN: z.string().startsWith('xapp-', 'an app-level token, which begins with xapp-').optional(),
  STANDPOINT_SLACK_CLIENT_ID: z.string().min(1).optional(),
  STANDPOINT_SLACK_CLIENT_SECRET: z.string().min(1).optional(),
}

/** The Slack app: where it speaks (one workspace, or all that install it), and how what is said there comes in. */
export interface SlackSettings {
  /** Speaks in the one workspace that it was given for. */
  botToken: string | null
  /** With it any workspace can install the app. */
  app: { clientId: string; clientSecret: string } | null
  /** Proves that a request is Slack's. Null: nothing is taken over HTTP. */
  signingSecret: string | null
  /** Opens a WebSocket to Slack (Socket Mode), over which everything comes. */
  appToken: string | null
  /** Another address of Slack's API, for tests. */
  apiUrl: string | null
}

type Name = 'BOT_TOKEN' | 'SIGNING_SECRET' | 'APP_TOKEN' | 'CLIENT_ID' | 'CLIENT_SECRET' | 'API_URL'
type Given = { [Setting in `STANDPOINT_SLACK_${Name}`]?: string | undefined }

/** Slack needs to be told where to speak, and how it is spoken to; null where nothing of it is set. */
export function slackOf(given: Given): SlackSettings | null | 'incomplete' {
  const { STANDPOINT_SLACK_CLIENT_ID: clientId, STANDPOINT_SLACK_CLIENT_SECRET: clientSecret } = given
  const app = clientId && clientSecret ? { clientId, clientSecret } : null
  const botToken = given.STANDPOINT_SLACK_BOT_TOKEN ?? null
  const signingSecret = given.STANDPOINT_SLACK_SIGNING_SECRET ?? null
  const appToken = given.STANDPOINT_SLACK_APP_TOKEN ?? null
  const [speaks, hears] = [botToken !== null || app !== null, signingSecret !== null || appToken !== null]
  if (speaks !== hears) return 'incomplete'
  return speaks ? { botToken, app, signingSecret, appToken, apiUrl: given.STANDPOINT_SLACK_API_URL ?? null } : null
}

export const SLACK_INCOMPLETE =
  'Slack needs two things: STANDPOINT_SLACK_BOT_TOKEN, or STANDPOINT_SLACK_CLIENT_ID and STANDPOINT_SLACK_CLIENT_SECRET, to speak; and STANDPOINT_SLACK_SIGNING_SECRET, or STANDPOINT_SLACK_APP_TOKEN, to be spoken to. Set one of each, or none.'
