import { randomUUID } from 'node:crypto'
import type { Actor } from '#core/actor.ts'
import type { Config } from '#core/config.ts'
import { APP, type Button, type Sent, startTeams, TENANT } from '#tests/support/teams-service.ts'
import { type Served, serve } from './front.ts'

export interface Talk {
  person: string
  actor: Actor
  /** Writes, and gives what the companion replied to it. */
  say(text: string): Promise<Sent[]>
  /** Presses a button of a message, and gives what came for it. `more` changes the activity. */
  press(sent: Sent | undefined, title: string, more?: object): Promise<Sent[]>
  /** What the companion has written since the last look. */
  fresh(): Promise<Sent[]>
}

export type TeamsAndCompanion = Awaited<ReturnType<typeof teamsAndCompanion>>

/** An activity as Teams sends it, each with an id of its own. */
export const activity = (serviceUrl: string, person: string, more: object = {}) => ({
  type: 'message',
  id: randomUUID(),
  channelId: 'msteams',
  serviceUrl,
  from: { id: `29:${person}`, aadObjectId: person },
  recipient: { id: `28:${APP}` },
  conversation: { id: `a:${person}`, conversationType: 'personal', tenantId: TENANT },
  channelData: { tenant: { id: TENANT } },
  textFormat: 'plain',
  text: 'hello',
  ...more,
})

/** Teams and the companion, connected over real HTTP. Close them. */
export async function teamsAndCompanion(fresh: (settings: Record<string, string>) => Config | Promise<Config>) {
  const teams = await startTeams()
  const config = await fresh(teams.settings)
  const served = await serve(config)
  const post = async (body: object | string, headers: Record<string, string> = signedBy(teams.token())) => {
    const text = typeof body === 'string' ? body : JSON.stringify(body)
    const response = await fetch(`${served.url}/api/teams/activities`, { method: 'POST', headers, body: text })
    return { status: response.status, text: await response.text() }
  }
  return {
    teams,
    config,
    served,
    post,
    talk: (person: string) => talk(teams, served, post, person),
    async close() {
      await served.close()
      await teams.close()
    },
  }
}

export const signedBy = (token: string) => ({
  'content-type': 'application/json',
  authorization: `Bearer ${token}`,
})

async function talk(
  { url, of }: Awaited<ReturnType<typeof startTeams>>,
  served: Served,
  post: (body: object) => Promise<{ status: number }>,
  person: string,
): Promise<Talk> {
  const actor = await served.core.linkAccount(
    { kind: 'system' },
    { kind: 'teams', subject: `${TENANT}:${person}`, verified: true },
  )
  let seen = 0
  const fresh = async () => {
    await served.companion.idle()
    const all = of(person)
    const unseen = all.slice(seen)
    seen = all.length
    return unseen
  }
  const say = async (more: object) => {
    const { status } = await post(activity(url, person, more))
    if (status !== 200) throw new Error(`The companion took ${JSON.stringify(more)} with ${status}.`)
    return fresh()
  }
  return {
    person,
    actor,
    fresh,
    say: (text) => say({ text }),
    press: (sent, title, more = {}) =>
      say({ text: undefined, value: buttons(sent).find((button) => button.title === title)?.data, ...more }),
  }
}

/** The buttons of a message. */
export const buttons = (sent: Sent | undefined): Button[] =>
  (sent?.body.attachments ?? []).flatMap(({ content }) => content.body.flatMap(({ actions }) => actions ?? []))

/** All words of these messages, as a client that shows no cards would have them. */
export const words = (sent: Sent[]): string =>
  sent
    .flatMap(({ body }) => body.attachments ?? [])
    .map(({ content }) => content.fallbackText)
    .join('\n')
