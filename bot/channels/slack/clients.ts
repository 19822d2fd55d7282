import { LogLevel, WebClient, type WebClientOptions } from '@slack/web-api'

/** The token that was given for a workspace. Throws where there is none. */
export type TokenOf = (workspace: string) => Promise<string>
/** The client that speaks in a workspace. Throws where the app isn't installed. */
export type ClientFor = (workspace: string) => Promise<WebClient>

/** Clients by workspace. A token is looked up each time, so that one that was taken away is never used again. */
export function slackClients(tokenOf: TokenOf, apiUrl: string | null, options: WebClientOptions): ClientFor {
  const clients = new Map<string, WebClient>()
  return async (workspace) => {
    const token = await tokenOf(workspace)
    const known = clients.get(workspace)
    if (known?.token === token) return known
    const made = new WebClient(token, {
      ...(apiUrl ? { slackApiUrl: apiUrl } : {}),
      timeout: 10_000,
      logLevel: LogLevel.ERROR,
      ...options,
    })
    clients.set(workspace, made)
    return made
  }
}
