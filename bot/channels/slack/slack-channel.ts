import type { TurnContext } from 'botbuilder'
import { type Actor, SYSTEM } from '#core/actor.ts'
import type { Core } from '#core/app.ts'
import type { Log } from '#core/log.ts'
import type { CourseCommands } from '../../course-commands.ts'
import type { Home } from '../../home.ts'
import type { InChannel } from '../../in-channel.ts'
import type { KeyedQueue } from '../../kernel/keyed-queue.ts'
import { operationOf, type Said } from '../../kernel/said.ts'
import type { Card } from '../../replies/card.ts'
import type { Windows } from '../../windows.ts'
import { answerCommand } from './answer-command.ts'
import { answerMention, shareClauses, showOthers } from './answer-mention.ts'
import { type SlackRequest, whyRefused } from './check-request.ts'
import { conversationIn } from './conversation.ts'
import { IN_SLACK } from './in-slack.ts'
import { ownUser } from './own-user.ts'
import { isCommand, readCommand } from './read-command.ts'
import type { SlackEdit } from './read-edit.ts'
import { readEvent, type SlackMessage } from './read-event.ts'
import { readPayload } from './read-payload.ts'
import { readPress, type SlackPress } from './read-press.ts'
import { readWindow } from './read-window.ts'
import { showHome } from './show-home.ts'
import type { SlackAdapter } from './slack-adapter.ts'
import { openWindow, takeWindow } from './take-window.ts'

export type SlackReply = { status: number; text: string } | { status: number; json: unknown }

export interface SlackParts {
  core: Pick<Core, 'claimEvent' | 'leaveSlackWorkspace' | 'linkAccount'>
  adapter: SlackAdapter
  /** Null: nothing comes over HTTP. */
  signingSecret: string | null
  queue: KeyedQueue
  logic(context: TurnContext): Promise<void>
  inChannel: InChannel
  aside(said: Said): Promise<Card[]>
  windows: Windows
  commands: CourseCommands
  home: Home
  sorry(error: unknown): Card
  log: Log
}

/**
 * Slack's Events API, for direct messages and their edits, and for those in channels that name the companion; its command;
 * presses of buttons under its own messages, and windows that they opened. Each event is taken once, durably, and acknowledged before any work begins; when it can't be
 * taken, Slack hears so and delivers it again.
 */
export function slackChannel(parts: SlackParts) {
  const { core, adapter, signingSecret, queue, log } = parts
  /** One effect for each event, in the order of its conversation. */
  const once = async (eventId: string, where: string, work: () => Promise<void>): Promise<SlackReply> => {
    if (await core.claimEvent(SYSTEM, { id: `slack:${eventId}` })) void queue.run(`slack/${where}`, work)
    return TAKEN
  }
  const pressed = async (press: SlackPress) => {
    await answer(parts, press)
    if (press.settles)
      await adapter.withoutButtons(press).catch((failed: Error) => log('slack-send-failed', { name: failed.name }))
  }
  /** A command that somebody typed. */
  const takeCommand = async (payload: unknown): Promise<SlackReply> => {
    const sent = readCommand(payload)
    if ('malformed' in sent) return { status: 400, text: 'This is not a command that is taken here.' }
    if ('ignored' in sent) return TAKEN
    const { command } = sent
    const first = await core.claimEvent(SYSTEM, { id: `slack:${command.eventId}` })
    return first ? answerCommand(parts, command, () => answer(parts, command)) : TAKEN
  }
  /** A press of a button, or a window that was filled in. */
  const takePress = async (payload: unknown): Promise<SlackReply> => {
    const window = readWindow(payload)
    if (window && 'submission' in window) return takeWindow(parts, window.submission)
    if (window && 'opening' in window) {
      const { eventId, from, user } = window.opening
      return once(eventId, `${conversationIn(from)}/${user}`, () => openWindow(parts, window.opening))
    }
    if (window) return { status: 400, text: 'This is not a window of ours.' }
    const sent = readPress(payload)
    if ('malformed' in sent) return { status: 400, text: 'This is not a press that is taken here.' }
    if ('ignored' in sent) return TAKEN
    if ('share' in sent) {
      const { eventId, user } = sent.share
      return once(eventId, `${conversationIn(sent.share)}/${user}`, () => shareClauses(parts, sent.share))
    }
    if ('others' in sent) {
      const { eventId, user } = sent.others
      return once(eventId, `${conversationIn(sent.others)}/${user}`, () => showOthers(parts, sent.others))
    }
    if ('said' in sent) return once(sent.said.eventId, conversationIn(sent.said), () => answer(parts, sent.said))
    return once(sent.press.eventId, conversationIn(sent.press), () => pressed(sent.press))
  }
  const takeEvent = async (payload: unknown): Promise<SlackReply> => {
    const event = readEvent(payload)
    if ('malformed' in event) return { status: 400, text: 'This is not an event that is taken here.' }
    if ('challenge' in event) return { status: 200, text: event.challenge }
    if ('ignored' in event) return TAKEN
    if ('mention' in event) {
      const { eventId, user } = event.mention
      // Nobody waits for what somebody else asked in the same channel.
      return once(eventId, `${conversationIn(event.mention)}/${user}`, () => answerMention(parts, event.mention))
    }
    if ('left' in event) {
      // It is gone before Slack hears so; done twice, it is the same.
      await core.leaveSlackWorkspace(SYSTEM, event.left)
      return TAKEN
    }
    if ('home' in event) return once(event.home.eventId, conversationIn(event.home), () => showHome(parts, event.home))
    const message = 'edit' in event ? event.edit : event.message
    return once(message.eventId, conversationIn(message), () => answer(parts, message))
  }
  /** Takes whatever Slack sends, by its type, however it came. Its reply is what Slack is to be told of it. */
  const take = (payload: unknown): Promise<SlackReply> => {
    if (isCommand(payload)) return takeCommand(payload)
    return (EVENTS.has(typeOf(payload)) ? takeEvent : takePress)(payload)
  }
  return {
    take,
    /** A request over HTTP, of whatever kind. */
    receive:
      signingSecret === null
        ? null
        : async ({ rawBody, headers }: SlackRequest): Promise<SlackReply> => {
            const why = whyRefused({ rawBody, headers }, signingSecret, Date.now())
            if (!why) return take(readPayload(rawBody))
            log('slack-refused', { why })
            return { status: 401, text: 'This was not signed by Slack just now.' }
          },
  }
}

const TAKEN: SlackReply = { status: 200, text: '' }
const EVENTS = new Set<unknown>(['event_callback', 'url_verification'])
const typeOf = (payload: unknown): unknown => (payload as { type?: unknown } | null | undefined)?.type

/** Works on a message after it was acknowledged. It never rejects: nobody is left to hear it. */
async function answer(
  parts: SlackParts,
  message: SlackMessage & { pressed?: string; edits?: SlackEdit['edits'] },
): Promise<void> {
  const { core, adapter, logic, sorry, log } = parts
  const { team, user, thread, text, name, pressed, edits } = message
  const conversation = conversationIn(message)
  // The acknowledgement leaves first.
  await new Promise(setImmediate)
  const own = await ownUser(parts, message.workspace)
  if (!own || own === user) return
  try {
    const account = { kind: 'slack', subject: `${team}:${user}` } as const
    // Somebody who only tidies up their messages writes nothing that a notebook is wanted for.
    const actor: Actor = await core.linkAccount(SYSTEM, { ...account, verified: true, starts: !edits })
    const operation = (of: string) => operationOf(`slack:${team}:${of}`)
    const said: Said = {
      actor,
      account,
      channel: 'slack',
      conversation,
      thread,
      operation: operation(name),
      edits: edits && { of: edits.of.map(operation), gone: edits.gone },
      text,
      pressed,
      place: IN_SLACK,
    }
    await adapter.turn(said, logic)
  } catch (error) {
    const card = sorry(error)
    await adapter
      .send({ conversation, thread }, card)
      .catch((failed: Error) => log('slack-send-failed', { name: failed.name }))
  }
}
