import type { Actor } from '#core/actor.ts'
import type { Core } from '#core/app.ts'
import type { Config } from '#core/config.ts'
import { type Log, logToStderr } from '#core/log.ts'
import type { SpokenOf } from '#core/standards/spoken-of.ts'
import type { SlackRequest } from './channels/slack/check-request.ts'
import type { SlackInstall } from './channels/slack/install.ts'
import type { SlackReply } from './channels/slack/slack-channel.ts'
import type { TeamsRequest } from './channels/teams/check-request.ts'
import type { TeamsReply } from './channels/teams/teams-channel.ts'
import type { Replied } from './channels/web/web-adapter.ts'
import type { Card } from './replies/card.ts'
import { postSender } from './send-posts.ts'
import { promptSender } from './send-prompts.ts'

export interface ChatMessage {
  text: string
  /** Names the message: sent twice, it has one effect. */
  operation: string
  /** What the last reply was about, as its `context` said. */
  about?: SpokenOf | undefined
  /** The id of the chapter beside which it is said. */
  chapter?: string | undefined
  /** Ends when whoever wrote no longer waits: no model is waited for then. */
  signal?: AbortSignal
  /** Told each card that is there before the rest of the reply. */
  onCard?: (card: Card) => void
}

/** The companion as the web server knows it. */
export interface Companion {
  /** One message in the web chat. Throws "signed-out" when a visitor's message needs a notebook to be kept in. */
  chat(actor: Actor, said: ChatMessage): Promise<Replied>
  /** Removes the acting learner's conversation on the web, once every message sent before has its reply. */
  clear(actor: Actor): Promise<void>
  /** Null when Slack is off. */
  slack: {
    /** Slack's events, its command, presses of buttons and windows that were filled in; null when they come over a socket alone. */
    receive: ((request: SlackRequest) => Promise<SlackReply>) | null
    /** Installing the app in a workspace; null where that can't be done here. */
    install: SlackInstall | null
  } | null
  /** Teams' activities; null when Teams is off. */
  teams: { receive(request: TeamsRequest): Promise<TeamsReply> } | null
  /** Sends the prompts that are due, and posts in courses' channels, for as long as `goesOn` says so. */
  sendPrompts(goesOn: () => boolean): Promise<void>
  /** Resolves when no turn is running or waiting. */
  idle(): Promise<void>
  /** Waits for the turns in flight. */
  close(): Promise<void>
}

/**
 * Opens the companion. Botkit takes a second or two and tens of megabytes, so it is loaded at the first message; at once
 * when Slack or Teams is on, which want their answers in seconds.
 */
export function openCompanion(core: Core, config: Config, { log = logToStderr }: { log?: Log } = {}): Companion {
  const prompts = promptSender(core, config, log)
  const posts = postSender(core, config, log)
  let loading: ReturnType<typeof load> | null = null
  const load = async () => (await import('./companion.ts')).startCompanion(core, config, log, posts)
  const started = () => {
    loading ??= load()
    return loading
  }
  const idle = async () => {
    const running = await loading?.catch(() => null)
    await running?.idle()
  }
  const slack = async () => open((await started()).slack)
  if (config.slack || config.teams) started().catch((error: Error) => log('companion-failed', { name: error.name }))
  return {
    chat: async (actor, said) => (await started()).chat(actor, said),
    clear: async (actor) => (await started()).clear(actor),
    slack: config.slack && {
      receive: config.slack.signingSecret === null ? null : async (request) => open((await slack()).receive)(request),
      install: config.slack.app && {
        begin: async (back) => open((await slack()).install).begin(back),
        finish: async (came) => open((await slack()).install).finish(came),
      },
    },
    teams: config.teams && {
      async receive(request) {
        const { teams } = await started()
        if (!teams) throw new Error('Teams is off.')
        return teams.receive(request)
      },
    },
    async sendPrompts(goesOn) {
      // Trouble with either leaves the other.
      const ended = await Promise.allSettled([posts(goesOn), prompts(goesOn)])
      for (const end of ended) if (end.status === 'rejected') throw end.reason
    },
    idle,
    async close() {
      const running = await loading?.catch(() => null)
      await running?.close()
    },
  }
}

/** A channel that the settings have. */
function open<Channel>(channel: Channel | null): Channel {
  if (channel === null) throw new Error('This channel is off.')
  return channel
}
