import type { CloudAdapter } from '@microsoft/agents-hosting'
import type { TurnContext } from 'botbuilder'
import { type Actor, SYSTEM } from '#core/actor.ts'
import type { Core } from '#core/app.ts'
import type { TeamsSettings } from '#core/config.ts'
import type { Log } from '#core/log.ts'
import type { InGroup } from '../../in-group.ts'
import type { KeyedQueue } from '../../kernel/keyed-queue.ts'
import type { Said } from '../../kernel/said.ts'
import type { Card } from '../../replies/card.ts'
import { amongOthers } from './among-others.ts'
import { type TeamsRequest, whyRefused } from './check-request.ts'
import { IN_TEAMS } from './in-teams.ts'
import { accountOf, nameOf, placeOf } from './names.ts'
import { pressAlone } from './press-alone.ts'
import { type Press, readActivity, type TeamsEvent, type TeamsMessage } from './read-activity.ts'
import type { AdaptiveCard } from './render-adaptive-card.ts'
import { renderInPlace } from './render-aside.ts'
import { CARD, type TeamsAdapter } from './teams-adapter.ts'

export type TeamsReply = { status: number; text: string } | { status: number; json: unknown }

interface Parts {
  core: Pick<
    Core,
    | 'claimEvent'
    | 'linkAccount'
    | 'waitingPrompt'
    | 'keepTeamsChat'
    | 'forgetTeamsChat'
    | 'keepAside'
    | 'readAside'
    | 'forgetAsides'
  >
  settings: TeamsSettings
  cloud: CloudAdapter
  adapter: TeamsAdapter
  queue: KeyedQueue
  logic(context: TurnContext): Promise<void>
  group: InGroup
  /** Said in a chat that the app was put into, and to a press that was taken before. */
  greetings: { arrival: Card; settled: Card }
  sorry(error: unknown): Card
  log: Log
}

/**
 * Teams' activities. Each is taken once, durably, and acknowledged before any work begins; when it can't be taken, Teams
 * hears so and delivers it again. A press of a button that a card answers is answered with that card, and changes no more
 * when it is delivered again.
 */
export function teamsChannel(parts: Parts) {
  const { core, settings, cloud, queue, log } = parts
  const work = workOf(parts)

  async function whyNot(event: TeamsEvent, headers: TeamsRequest['headers']): Promise<TeamsReply | null> {
    const chat = 'message' in event ? event.message.chat : null
    const why = settings.playground ? null : await whyRefused(cloud, headers, chat?.serviceUrl ?? null, Date.now())
    if (why) {
      log('teams-refused', { why })
      return { status: 401, text: 'This was not signed by Teams for this app just now.' }
    }
    if (settings.playground || chat === null || chat.tenant === settings.tenantId) return null
    log('teams-refused', { why: 'another tenant' })
    return { status: 403, text: 'This companion belongs to another organisation.' }
  }

  return {
    async receive({ rawBody, headers }: TeamsRequest): Promise<TeamsReply> {
      const event = readActivity(rawBody)
      const refused = await whyNot(event, headers)
      if (refused) return refused
      if ('malformed' in event) return { status: 400, text: 'This is not an activity that is taken here.' }
      if ('ignored' in event) return { status: 200, text: '' }
      const { message } = event
      // Nobody waits for what somebody else asked in the same group.
      const key = `teams/${message.chat.conversation}${message.alone ? '' : `/${message.person}`}`
      const first = () => core.claimEvent(SYSTEM, { id: `teams:${nameOf(message)}` })
      if (event.kind === 'press') {
        const value = await queue.run(key, async () => work.press(message, event.press, first))
        return { status: 200, json: { statusCode: 200, type: CARD, value } }
      }
      if (await first()) void queue.run(key, () => work[event.kind](message))
      return { status: 200, text: '' }
    },
  }
}

function workOf(parts: Parts) {
  const { core, adapter, logic, sorry, settings, greetings, queue, log } = parts
  const others = amongOthers(parts)
  const sending = (sends: Promise<unknown>) =>
    sends.catch((failed: Error) => void log('teams-send-failed', { name: failed.name }))

  /** Where somebody with prompts on can be written to, as of now. */
  async function keep(message: TeamsMessage): Promise<void> {
    const { chat } = message
    if (!adapter.reaches(chat)) return
    await core
      .keepTeamsChat(SYSTEM, { account: accountOf(message), place: placeOf(message), chat })
      .catch((failed: Error) => log('teams-chat-not-kept', { name: failed.name }))
  }

  async function saidBy(message: TeamsMessage): Promise<Said> {
    const account = accountOf(message)
    const actor: Actor = await core.linkAccount(SYSTEM, { ...account, verified: !settings.playground })
    return {
      actor,
      account,
      channel: 'teams',
      conversation: placeOf(message),
      operation: nameOf(message),
      text: message.text,
      pressed: message.pressed,
      place: IN_TEAMS,
    }
  }

  return {
    /** Works on a message after it was acknowledged. It never rejects: nobody is left to hear it. */
    async message(message: TeamsMessage): Promise<void> {
      // The acknowledgement leaves first.
      await new Promise(setImmediate)
      if (!message.alone) return others.answer(message).catch(logged('teams-aside-failed'))
      try {
        await adapter.turn(await saidBy(message), message.chat, logic)
      } catch (error) {
        await sending(adapter.send(message.chat, sorry(error)))
      } finally {
        // What was said may have switched prompts on, also where the reply to it was lost.
        await keep(message)
      }
    },
    /** The card that takes the place of the one whose button was pressed. */
    async press(message: TeamsMessage, press: Press, first: () => Promise<boolean>): Promise<AdaptiveCard> {
      try {
        if (!message.alone) return await others.press(message, press)
        const isFirst = await first()
        if (press.verb !== 'say' || !(isFirst || press.data.delivery))
          return renderInPlace([greetings.settled], adapter.site)
        const said = await saidBy({ ...message, text: press.data.say, pressed: press.data.delivery })
        const card = await pressAlone({ ...parts, site: adapter.site }, said)
        await keep(message)
        const { under } = message
        // On whatever else they have Teams open, and from now on.
        if (isFirst && under)
          void queue.run(`teams/${message.chat.conversation}`, () =>
            sending(adapter.replace(message.chat, under, card)),
          )
        return card
      } catch (error) {
        return renderInPlace([sorry(error)], adapter.site)
      }
    },
    'old press': async (message: TeamsMessage): Promise<void> => void (await others.oldPress(message)),
    /** The app was put into a chat. Nobody has a notebook before they write. */
    async arrived(message: TeamsMessage): Promise<void> {
      if (!message.alone) return others.greet(message).catch(logged('teams-send-failed'))
      await keep(message)
      await sending(adapter.send(message.chat, greetings.arrival))
    },
    /** The app was taken out of a chat: nothing can be sent there, so nothing is kept of it. */
    async left(message: TeamsMessage): Promise<void> {
      const place = placeOf(message)
      const forgets = message.alone ? core.forgetTeamsChat(SYSTEM, { place }) : core.forgetAsides(SYSTEM, { place })
      await forgets.catch(logged('teams-chat-not-forgotten'))
    },
  }

  function logged(event: string) {
    return (failed: Error) => log(event, { name: failed.name })
  }
}
