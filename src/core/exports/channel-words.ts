import type { Channel } from '../answers/channels.ts'

/** Where something was saved, after its time. On the web goes without saying. */
export const channelWords: Record<Channel, string> = {
  web: '',
  slack: ', in Slack',
  teams: ', in Teams',
  chat: ', in web chat',
}
