import type { Core } from '#core/app.ts'
import type { SlackSettings } from '#core/slack-settings.ts'
import { slackInstall } from './install.ts'
import { SlackAdapter } from './slack-adapter.ts'
import { type SlackParts, slackChannel } from './slack-channel.ts'
import { openSocket } from './socket.ts'
import { tokens } from './tokens.ts'

type Parts = Omit<SlackParts, 'adapter' | 'signingSecret'> & {
  core: Pick<Core, 'beginSlackInstall' | 'endSlackVisit' | 'keepSlackWorkspace' | 'slackToken'>
  site: string
}

/** Slack as the settings have it: over HTTP where there is a signing secret, over a socket where there is a token for one. */
export function openSlack(settings: SlackSettings, { site, ...parts }: Parts) {
  const { apiUrl, signingSecret, appToken } = settings
  const adapter = new SlackAdapter({ tokenOf: tokens(parts.core, settings), apiUrl, site })
  const channel = slackChannel({ ...parts, adapter, signingSecret })
  const socket =
    appToken === null ? null : openSocket({ settings: { apiUrl, appToken }, take: channel.take, log: parts.log })
  return {
    receive: channel.receive,
    install: slackInstall({ core: parts.core, settings, log: parts.log }),
    close: async () => socket?.close(),
  }
}
