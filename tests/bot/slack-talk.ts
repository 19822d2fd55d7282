import { randomUUID } from 'node:crypto'
import { type Actor, SYSTEM } from '#core/actor.ts'
import type { Core } from '#core/app.ts'
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
  /** Presses a button under a message, as Slack says that it was pressed, and gives what came for it. */
  press(sent: Posted, label: string, more?: { action_ts?: string; user?: string }): Promise<Posted[]>
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
    async press(sent, label, { action_ts = String(Math.random()), user: by = user } = {}) {
      const button = buttons(sent).find(({ text }) => text.text === label)
      const payload = {
        type: 'block_actions',
        team: { id: TEAM },
        user: { id: by },
        channel: { id: channel },
        message: sent,
        actions: [{ type: 'button', action_id: button?.action_id, value: button?.value, action_ts }],
      }
      const body = new URLSearchParams({ payload: JSON.stringify(payload) }).toString()
      const headers = { ...signed(body), 'content-type': 'application/x-www-form-urlencoded' }
      const response = await fetch(`${served.url}/api/slack/interactions`, { method: 'POST', headers, body })
      if (response.status !== 200) throw new Error(`The companion took “${label}” with ${response.status}.`)
      return fresh()
    },
  }
}

/** Whether somebody's account of Slack's has a notebook; looking begins none. */
export async function hasNotebook(core: Core, user: string, team = TEAM): Promise<boolean> {
  const who = { kind: 'slack', subject: `${team}:${user}`, verified: true, starts: false } as const
  return (await core.linkAccount(SYSTEM, who)).kind !== 'visitor'
}

interface Button {
  action_id: string
  value: string
  text: { text: string }
}

/** The buttons under a message. */
export function buttons(posted: Posted | undefined): Button[] {
  const blocks = (posted?.blocks ?? []) as { type: string; elements: Button[] }[]
  return blocks.find(({ type }) => type === 'actions')?.elements ?? []
}

/** All words of these messages, as they are shown. */
export const words = (posted: Posted[]): string =>
  posted
    .map((p) => p.text)
    .join('\n')
    .replaceAll('&amp;', '&')
