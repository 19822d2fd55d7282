import { SYSTEM } from '#core/actor.ts'
import type { Core } from '#core/app.ts'
import type { Log } from '#core/log.ts'
import type { CourseCommands } from '../../course-commands.ts'
import type { InChannel } from '../../in-channel.ts'
import type { KeyedQueue } from '../../kernel/keyed-queue.ts'
import { operationOf, type Said } from '../../kernel/said.ts'
import type { Card } from '../../replies/card.ts'
import { conversationIn } from './conversation.ts'
import { IN_SLACK } from './in-slack.ts'
import type { SlackCommand } from './read-command.ts'
import type { SlackAdapter } from './slack-adapter.ts'
import type { SlackReply } from './slack-channel.ts'

interface Parts {
  core: Pick<Core, 'linkAccount'>
  adapter: SlackAdapter
  queue: KeyedQueue
  inChannel: InChannel
  /** What trainers say to use a channel for a course. */
  commands: CourseCommands
  /** One turn of a conversation whose replies are shown elsewhere. */
  aside(said: Said): Promise<Card[]>
  sorry(error: unknown): Card
  log: Log
}

/** Slack takes a reply for three seconds; from then on only by the address it gave. */
const WAITS = 800

/**
 * Replies to a command. `inChat` takes it as a message of the direct message that it was typed in. Anywhere else the reply is
 * the response itself, which whoever typed it sees alone, whether or not the app is a member there.
 */
export async function answerCommand(
  parts: Parts,
  command: SlackCommand,
  inChat: () => Promise<void>,
): Promise<SlackReply> {
  const { adapter, queue, log } = parts
  let late = false
  const work = queue.run(`slack/${conversationIn(command)}/${command.user}`, async () => {
    const cards = await reply(parts, command, inChat)
    if (late && cards.length)
      await adapter.respond(command.respondTo, cards).catch((e: Error) => log('slack-send-failed', { name: e.name }))
    return cards
  })
  const patience = new Promise<null>((leave) => {
    const leaves = () => {
      late = true
      leave(null)
    }
    setTimeout(leaves, WAITS).unref()
  })
  const cards = await Promise.race([work, patience])
  return cards?.length ? { status: 200, json: adapter.ephemeral(cards) } : { status: 200, text: '' }
}

/** What is shown to whoever typed it; nothing where they were replied to already. It never rejects. */
async function reply(parts: Parts, command: SlackCommand, inChat: () => Promise<void>): Promise<Card[]> {
  const { adapter, queue, inChannel, commands, sorry } = parts
  const { workspace, team, user, channel, text, ownChat } = command
  try {
    const account = { kind: 'slack', subject: `${team}:${user}` } as const
    const ofCourse = commands.answer(text, { team: workspace, channel, account })
    if (ofCourse) return [await ofCourse]
    if (channel.startsWith('D') && (await adapter.ownChat(workspace, user)) === channel) {
      void queue.run(`slack/${conversationIn(command)}`, inChat)
      return []
    }
    if (inChannel.stops(text)) return await stop(parts, command)
    const cards = await inChannel.answer(text, ownChat)
    return cards.some((card) => card.share || card.others) ? await withButton(adapter, command, cards) : cards
  } catch (error) {
    return [sorry(error)]
  }
}

/** "Stop" counts for the direct message, wherever it is typed. */
async function stop({ core, adapter, queue, aside }: Parts, command: SlackCommand): Promise<Card[]> {
  const { workspace, team, user, name, text } = command
  const account = { kind: 'slack', subject: `${team}:${user}` } as const
  const actor = await core.linkAccount(SYSTEM, { ...account, verified: true, starts: false })
  // Without knowing where it is, what may come unasked is stopped all the same.
  const chat = await adapter.ownChat(workspace, user).catch(() => command.channel)
  const conversation = conversationIn({ workspace, channel: chat })
  const operation = operationOf(`slack:${team}:${name}`)
  const said: Said = { actor, account, channel: 'slack', conversation, operation, text, place: IN_SLACK }
  return queue.run(`slack/${conversation}`, () => aside(said))
}

/** Only where the app is a member can what it quotes be shared, and there it may show it itself. */
const withButton = (
  adapter: SlackAdapter,
  { workspace, channel, user }: SlackCommand,
  cards: Card[],
): Promise<Card[]> =>
  adapter.whisper({ workspace, channel, user, thread: undefined, root: 'here' }, cards).then(
    () => [],
    () => cards,
  )
