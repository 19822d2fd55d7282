import type { CloudAdapter } from '@microsoft/agents-hosting'
import type { TurnContext } from 'botbuilder'
import { type Actor, SYSTEM } from '#core/actor.ts'
import type { Core } from '#core/app.ts'
import type { TeamsSettings } from '#core/config.ts'
import type { Log } from '#core/log.ts'
import type { KeyedQueue } from '../../kernel/keyed-queue.ts'
import { operationOf, type Said } from '../../kernel/said.ts'
import type { Card } from '../../replies/card.ts'
import type { Place } from '../../replies/place.ts'
import { type TeamsRequest, whyRefused } from './check-request.ts'
import { readActivity, type TeamsMessage } from './read-activity.ts'
import type { TeamsAdapter } from './teams-adapter.ts'

const IN_TEAMS: Place = {
  name: 'Teams',
  private: true,
  prompts: false,
  introduces: true,
  edits: false,
  sameNotebook: false,
  owners: 'people who run Teams at your organisation',
}

export interface TeamsReply {
  status: number
  text: string
}

interface Parts {
  core: Pick<Core, 'claimEvent' | 'linkAccount'>
  settings: TeamsSettings
  cloud: CloudAdapter
  adapter: TeamsAdapter
  queue: KeyedQueue
  logic(context: TurnContext): Promise<void>
  sorry(error: unknown): Card
  /** Said in a chat that the app was put into, and where others read along; `href` opens a chat of one's own. */
  greetings: { arrival: Card; onlyAlone(href: string | null): Card }
  log: Log
}

/**
 * Teams' activities. Each is taken once, durably, and acknowledged before any work begins; when it can't be taken, Teams
 * hears so and delivers it again. In groups and channels the companion says no more than that it talks in a chat of
 * one's own.
 */
export function teamsChannel(parts: Parts) {
  const { core, settings, cloud, queue, log } = parts
  return {
    async receive(request: TeamsRequest): Promise<TeamsReply> {
      const event = readActivity(request.rawBody)
      const message = 'message' in event ? event.message : 'arrived' in event ? event.arrived : null
      const why = settings.playground
        ? null
        : await whyRefused(cloud, request.headers, message?.serviceUrl ?? null, Date.now())
      if (why) {
        log('teams-refused', { why })
        return { status: 401, text: 'This was not signed by Teams for this app just now.' }
      }
      if ('malformed' in event) return { status: 400, text: 'This is not an activity that is taken here.' }
      if (!message) return { status: 200, text: '' }
      if (!settings.playground && message.tenant !== settings.tenantId) {
        log('teams-refused', { why: 'another tenant' })
        return { status: 403, text: 'This companion belongs to another organisation.' }
      }
      const work = 'message' in event ? answer : greet
      if (await core.claimEvent(SYSTEM, { id: `teams:${nameOf(message)}` }))
        void queue.run(`teams/${message.conversation.id}`, () => work(parts, message))
      return { status: 200, text: '' }
    },
  }
}

/** Its id counts within its conversation only. */
const nameOf = ({ conversation, eventId }: TeamsMessage): string => operationOf(`teams:${conversation.id}:${eventId}`)

/** The app was put into a chat. Nobody has a notebook before they write. */
const greet = (parts: Parts, message: TeamsMessage): Promise<void> =>
  trySending(parts, message, message.alone ? parts.greetings.arrival : toOwnChat(parts))

const toOwnChat = ({ settings, greetings }: Parts): Card =>
  greetings.onlyAlone(settings.playground ? null : `https://teams.microsoft.com/l/chat/0/0?users=28:${settings.appId}`)

/** Works on a message after it was acknowledged. It never rejects: nobody is left to hear it. */
async function answer(parts: Parts, message: TeamsMessage): Promise<void> {
  const { core, adapter, logic, sorry, settings } = parts
  // The acknowledgement leaves first.
  await new Promise(setImmediate)
  if (!message.alone) return trySending(parts, message, toOwnChat(parts))
  try {
    const subject = `${message.tenant}:${message.person}`
    const actor: Actor = await core.linkAccount(SYSTEM, { kind: 'teams', subject, verified: !settings.playground })
    const said: Said = {
      actor,
      channel: 'teams',
      // Teams' own ids may be longer than any that a dialogue is kept under.
      conversation: operationOf(message.conversation.id),
      operation: nameOf(message),
      text: message.text,
      place: IN_TEAMS,
    }
    await adapter.turn(said, message, logic)
  } catch (error) {
    await trySending(parts, message, sorry(error))
  }
}

const trySending = async ({ adapter, log }: Parts, message: TeamsMessage, card: Card): Promise<void> => {
  await adapter.send(message, card).catch((failed: Error) => log('teams-send-failed', { name: failed.name }))
}
