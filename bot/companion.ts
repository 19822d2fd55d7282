import type { TurnContext } from 'botbuilder'
import { type Actor, learnerOf } from '#core/actor.ts'
import type { Core } from '#core/app.ts'
import type { Config } from '#core/config.ts'
import { parseInput } from '#core/define.ts'
import { nameOf } from '#core/errors.ts'
import type { Log } from '#core/log.ts'
import { LIMITS, limitedText } from '#core/questions/part.ts'
import { answerWindow } from './answer-window.ts'
import { answerHereWindow, joinWindow } from './channel-windows.ts'
import { IN_A_CHANNEL, IN_SLACK } from './channels/slack/in-slack.ts'
import { openSlack } from './channels/slack/open-slack.ts'
import { openTeams } from './channels/teams/open-teams.ts'
import { keptCards } from './channels/web/kept-card.ts'
import { ON_THE_WEB, type Replied, WebAdapter } from './channels/web/web-adapter.ts'
import { courseCommands } from './course-commands.ts'
import { features } from './features/index.ts'
import { hearFeatures } from './hear-features.ts'
import { openHome } from './home.ts'
import { inChannel } from './in-channel.ts'
import type { ChatMessage } from './index.ts'
import { keyedQueue } from './kernel/keyed-queue.ts'
import { learnerStorage } from './kernel/learner-storage.ts'
import { SafeBotkit } from './kernel/safe-botkit.ts'
import type { Said } from './kernel/said.ts'
import type { Card } from './replies/card.ts'
import { ANSWER_HERE, JOIN } from './replies/course-channel.ts'
import { settledCard } from './replies/prompts.ts'
import { troubleCard } from './replies/trouble.ts'
import { arrivalCard } from './replies/welcome.ts'
import { ANSWER } from './replies/window.ts'
import { openWindows } from './windows.ts'

type KeptReplies = Parameters<Core['keepTurn']>[1]['replies']

/** Puts the companion together: one Botkit, every feature, and a channel for each place it is spoken to. */
export async function startCompanion(
  core: Core,
  config: Config,
  log: Log,
  sendPosts: (goesOn: () => boolean) => Promise<void>,
) {
  const queue = keyedQueue()
  const web = new WebAdapter()
  const controller = new SafeBotkit({ adapter: web, storage: learnerStorage(core) })
  hearFeatures(controller, core, features)
  const logic = async (context: TurnContext) => {
    // No answer may be longer, and far longer ones would keep everybody waiting while they are read.
    parseInput(limitedText(LIMITS.long), context.activity.text)
    await controller.handleTurn(context)
  }
  const sorry = (error: unknown) => troubleCard(error, log)
  const keep = async (actor: Actor, { operation: id, text: said }: ChatMessage, cards: Card[]) => {
    if (learnerOf(actor) === null) return
    try {
      const replies = keptCards(cards)
      if (!replies) return
      const withWords = !replies.some((card) => card.unsaid)
      await core.keepTurn(actor, { id, said: said.trim(), withWords, replies: replies as unknown as KeptReplies })
    } catch (error) {
      // The reply is worth more than that it is kept.
      log('turn-not-kept', { name: nameOf(error) })
    }
  }
  const aside = async (said: Said): Promise<Card[]> => (await web.turn(said, logic, sorry)).cards
  const greetings = { arrival: arrivalCard, settled: settledCard }
  const site = config.url ?? `http://localhost:${config.port}`
  const home = openHome(core, IN_SLACK)
  const visiting = inChannel(core, features, IN_A_CHANNEL)
  const answering = answerWindow(core, { channel: 'slack', place: IN_SLACK, aside })
  const windows = openWindows({
    [ANSWER]: answering,
    [ANSWER_HERE]: answerHereWindow(core, answering, IN_SLACK),
    [JOIN]: joinWindow(core, IN_SLACK),
  })
  const posts = async () => {
    await queue
      .run('posts', () => sendPosts(() => true))
      .catch((error: Error) => log('posts-failed', { name: nameOf(error) }))
  }
  const commands = courseCommands(core, posts)
  const slack =
    config.slack &&
    openSlack(config.slack, {
      core,
      site,
      queue,
      logic,
      home,
      inChannel: visiting,
      aside,
      windows,
      commands,
      sorry,
      log,
    })
  return {
    chat(actor: Actor, { onCard, ...message }: ChatMessage): Promise<Replied> {
      const said = { ...message, actor, channel: 'chat', conversation: 'chat', place: ON_THE_WEB } as const
      // Visitors have no state that two messages could cross.
      return queue.run(`chat/${learnerOf(actor) ?? message.operation}`, async () => {
        const shown = ({ later: _later, ...card }: Card) => card
        const replied = await web.turn(said, logic, sorry, (card) => onCard?.(shown(card)))
        await keep(actor, message, replied.cards)
        return { ...replied, cards: replied.cards.map(shown) }
      })
    },
    // In its turn, so that a reply under way isn't kept after all.
    clear: (actor: Actor): Promise<void> =>
      queue.run(`chat/${learnerOf(actor)}`, async () => void (await core.clearConversation(actor, {}))),
    slack,
    teams:
      config.teams && (await openTeams(config.teams, { core, features, site, queue, logic, sorry, greetings, log })),
    idle: () => queue.idle(),
    /** Nothing comes in any more; turns in flight are finished. */
    async close() {
      await slack?.close()
      await queue.idle()
    },
  }
}
