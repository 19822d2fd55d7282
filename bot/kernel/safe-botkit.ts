import type { StatePropertyAccessor, TurnContext } from 'botbuilder'
import { DialogTurnStatus } from 'botbuilder-dialogs'
import { Botkit, type BotkitConfiguration, type BotkitMessage, type BotWorker } from 'botkit'
import { runWare } from './run-ware.ts'

/** What Botkit keeps to itself and a turn needs. */
interface Inside {
  listenForInterrupts(bot: BotWorker, message: BotkitMessage): Promise<unknown>
  listenForTriggers(bot: BotWorker, message: BotkitMessage): Promise<unknown>
  conversationState: { createProperty<T>(name: string): StatePropertyAccessor<T> }
}

/**
 * Botkit as a dialogue kernel and nothing else: no web server of its own, and a turn whose every error reaches the
 * caller. As shipped, a handler that throws ends the process, because the promise of the turn is lost.
 */
export class SafeBotkit extends Botkit {
  constructor(config: BotkitConfiguration) {
    super({ ...config, disable_webserver: true, disable_console: true })
  }

  /** Something that each conversation remembers from turn to turn. */
  remembers<T>(name: string): StatePropertyAccessor<T> {
    return this.inside.conversationState.createProperty<T>(name)
  }

  /** The steps of Botkit's own `handleTurn`, each of them awaited. */
  override async handleTurn(context: TurnContext): Promise<void> {
    const message = messageOf(context)
    const dialogs = await this.dialogSet.createContext(context)
    const bot = await this.spawn(dialogs)
    await runWare(this.middleware.ingest, bot, message)
    await runWare(this.middleware.receive, bot, message)
    if ((await this.inside.listenForInterrupts(bot, message)) === false) {
      const { status } = await dialogs.continueDialog()
      if (status === DialogTurnStatus.empty) await this.listen(bot, message)
    }
    await this.saveState(bot)
  }

  private async listen(bot: BotWorker, message: BotkitMessage): Promise<void> {
    await runWare(this.middleware.interpret, bot, message)
    if ((await this.inside.listenForTriggers(bot, message)) === false) await this.trigger(message.type, bot, message)
  }

  private get inside(): Inside {
    return this as unknown as Inside
  }
}

function messageOf(context: TurnContext): BotkitMessage {
  const { activity } = context
  return {
    ...activity.channelData,
    type: activity.type,
    user: activity.from.id,
    text: activity.text,
    channel: activity.conversation.id,
    incoming_message: activity,
    context,
  } as BotkitMessage
}
