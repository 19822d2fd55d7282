import type { Companion } from '#bot/index.ts'
import type { Route } from '../route.ts'
import { ask } from './ask.ts'
import { chat, clearConversation, conversation } from './chat.ts'
import { fromSlack } from './slack.ts'
import { slackInstallRoutes } from './slack-install.ts'
import { teamsActivities } from './teams.ts'

/** Everything that is said to the companion over HTTP. */
export const companionRoutes = (companion: Companion): Route[] => [
  { method: 'POST', path: '/api/chat', handle: chat(companion), starts: true },
  { method: 'GET', path: '/api/chat', handle: conversation },
  { method: 'POST', path: '/api/chat/clear', handle: clearConversation(companion) },
  { method: 'POST', path: '/api/ask', handle: ask },
  { method: 'POST', path: '/api/slack/events', handle: fromSlack(companion), signed: true },
  { method: 'POST', path: '/api/slack/interactions', handle: fromSlack(companion), signed: true },
  { method: 'POST', path: '/api/slack/commands', handle: fromSlack(companion), signed: true },
  ...slackInstallRoutes(companion),
  { method: 'POST', path: '/api/teams/activities', handle: teamsActivities(companion), signed: true },
]
