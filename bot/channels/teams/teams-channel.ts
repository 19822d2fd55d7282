import type { CloudAdapter } from '@microsoft/agents-hosting'
import type { TurnContext } from 'botbuilder'
import { type Actor, SYSTEM } from '#core/actor.ts'
import type { Core } from '#core/app.ts'
import type { TeamsSettings } from '#core/config.ts'
import type { Log } from '#core/log.ts'
import type { KeyedQueue } from '../../kernel/keyed-queue.ts'
import { operationOf, type Said } from '../../kernel/said.ts'
import type { Card } from '../../replies/card.ts'
import { type TeamsRequest, whyRefused } from './check-request.ts'
import { IN_TEAMS } from './in-teams.ts'
import { readActivity, type TeamsMessage } from './read-activity.ts'
import type { TeamsAdapter } from './teams-adapter.ts'

export interface TeamsReply {
  status: number
  text: string
}

interface Parts {
  core: Pick<Core, 'claimEvent' | 'linkAccount' | 'keepTeamsChat' | 'forgetTeamsChat'>
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
      const message = 'message' in event ? event.message : null
      const why = settings.playground
        ? null
        : await whyRefused(cloud, request.headers, message?.chat.serviceUrl ?? null, Date.now())
      if (why) {
        log('teams-refused', { why })
        return { status: 401, text: 'This was not signed by Teams for this app just now.' }
      }
      if ('malformed' in event) return { status: 400, text: 'This is not an activity that is taken here.' }
      if ('ignored' in event) return { status: 200, text: '' }
      const { kind, message: taken } = event
      if (!settings.playground && taken.chat.tenant !== settings.tenantId) {
        log('teams-refused', { why: 'another tenant' })
        return { status: 403, text: 'This companion belongs to another organisation.' }
      }
      if (await core.claimEvent(SYSTEM, { id: `teams:${nameOf(taken)}` }))
        void queue.run(`teams/${taken.chat.conversation}`, () => WORK[kind](parts, taken))
      return { status: 200, text: '' }
    },
  }
}

/** Its id counts within its conversation only. */
const nameOf = ({ chat, eventId }: TeamsMessage): string => operationOf(`teams:${chat.conversation}:${eventId}`)

/** Teams' own ids may be longer than any that a dialogue is kept under. */
const placeOf = ({ chat }: TeamsMessage): string => operationOf(chat.conversation)

const accountOf = ({ chat, person }: TeamsMessage) => ({ kind: 'teams', subject: `${chat.tenant}:${person}` }) as const

/** The app was put into a chat. Nobody has a notebook before they write. */
async function greet(parts: Parts, message: TeamsMessage): Promise<void> {
  if (!message.alone) return trySending(parts, message, toOwnChat(parts))
  await keep(parts, message)
  await trySending(parts, message, parts.greetings.arrival)
}

/** The app was taken out of a chat: nothing can be sent there, so nothing is kept of it. */
async function forget({ core, log }: Parts, message: TeamsMessage): Promise<void> {
  await core
    .forgetTeamsChat(SYSTEM, { place: placeOf(message) })
    .catch((failed: Error) => log('teams-chat-not-forgotten', { name: failed.name }))
}

/** Where somebody with prompts on can be written to, as of now. */
async function keep({ core, adapter, log }: Parts, message: TeamsMessage): Promise<void> {
  const { chat } = message
  if (!adapter.reaches(chat)) return
  await core
    .keepTeamsChat(SYSTEM, { account: accountOf(message), place: placeOf(message), chat })
    .catch((failed: Error) => log('teams-chat-not-kept', { name: failed.name }))
}

const toOwnChat = ({ settings, greetings }: Parts): Card =>
  greetings.onlyAlone(settings.playground ? null : `https://teams.microsoft.com/l/chat/0/0?users=28:${settings.appId}`)

/** Works on a message after it was acknowledged. It never rejects: nobody is left to hear it. */
async function answer(parts: Parts, message: TeamsMessage): Promise<void> {
  const { core, adapter, logic, sorry, settings } = parts
  // The acknowledgement leaves first.
  await new Promise(setImmediate)
  if (!message.alone) return trySending(parts, message, toOwnChat(parts))
  try {
    const account = accountOf(message)
    const actor: Actor = await core.linkAccount(SYSTEM, { ...account, verified: !settings.playground })
    const said: Said = {
      actor,
      account,
      channel: 'teams',
      conversation: placeOf(message),
      operation: nameOf(message),
      text: message.text,
      pressed: message.pressed,
      place: IN_TEAMS,
    }
    await adapter.turn(said, message.chat, logic)
  } catch (error) {
    await trySending(parts, message, sorry(error))
  } finally {
    // What was said may have switched prompts on, also where the reply to it was lost.
    await keep(parts, message)
  }
}

const WORK = { message: answer, arrived: greet, left: forget }

const trySending = async ({ adapter, log }: Parts, { chat }: TeamsMessage, card: Card): Promise<void> => {
  await adapter.send(chat, card).catch((failed: Error) => log('teams-send-failed', { name: failed.name }))
}
