import { randomUUID } from 'node:crypto'
import type { Actor } from '#core/actor.ts'
import type { Config } from '#core/config.ts'
import { BOT_TOKEN, type Posted, SIGNING_SECRET, signed, startSlack } from '#tests/support/slack-emulator.ts'
import { type Served, serve } from './front.ts'

export const TEAM = 'T000000001'

export interface Talk {
  user: string
  channel: string
  actor: Actor
  /** Writes, and gives what the companion replied to it. */
  say(text: string): Promise<Posted[]>
  /** Writes, and doesn't wait. */
  write(text: string): Promise<{ ts: string }>
  /** Changes a message, or deletes it, and gives what the companion replied to that. */
  edit(ts: string, text: string, more?: object): Promise<Posted[]>
  remove(ts: string): Promise<Posted[]>
  /** What the companion has written since the last look. */
  fresh(): Promise<Posted[]>
}

/** Slack and the companion, connected over real HTTP. Close them. */
export async function slackAndCompanion(
  fresh: (settings: Record<string, string>) => Config | Promise<Config>,
  people: string[],
) {
  const slack = await startSlack(people)
  const config = await fresh({
    STANDPOINT_SLACK_BOT_TOKEN: BOT_TOKEN,
    STANDPOINT_SLACK_SIGNING_SECRET: SIGNING_SECRET,
    STANDPOINT_SLACK_API_URL: slack.apiUrl,
    STANDPOINT_URL: 'http://standpoint.example.org',
  })
  const served = await serve(config)
  slack.subscribe(`${served.url}/api/slack/events`)
  return {
    slack,
    config,
    served,
    talk: (name: string) => talk(slack, served, name),
    /** Delivers an event as Slack does. */
    async event(event: object, id: string = randomUUID()) {
      const body = JSON.stringify({ type: 'event_callback', team_id: TEAM, event_id: id, event })
      await fetch(`${served.url}/api/slack/events`, { method: 'POST', headers: signed(body), body })
      await served.companion.idle()
    },
    async close() {
      await served.close()
      await slack.close()
    },
  }
}

async function talk(slack: Awaited<ReturnType<typeof startSlack>>, served: Served, name: string): Promise<Talk> {
  const { user, channel, replies, write, edit, remove } = await slack.open(name)
  const actor = await served.core.linkAccount(
    { kind: 'system' },
    { kind: 'slack', subject: `${TEAM}:${user}`, verified: true },
  )
  let seen = 0
  const fresh = async () => {
    await served.companion.idle()
    const all = await replies()
    const unseen = all.slice(seen)
    seen = all.length
    return unseen
  }
  return {
    user,
    channel,
    actor,
    fresh,
    write,
    async edit(ts, text, more) {
      await edit(ts, text, more)
      return fresh()
    },
    async remove(ts) {
      await remove(ts)
      return fresh()
    },
    async say(text) {
      await write(text)
      return fresh()
    },
  }
}

/** All words of these messages, as they are shown. */
export const words = (posted: Posted[]): string =>
  posted
    .map((p) => p.text)
    .join('\n')
    .replaceAll('&amp;', '&')
