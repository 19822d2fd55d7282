import type { ResourceResponse, TurnContext } from 'botbuilder'
import { type BotkitMessage, BotWorker } from 'botkit'
import { runWare } from './run-ware.ts'

/** A worker whose failed send rejects. As shipped, it is an unhandled rejection, which ends the process. */
export class SafeWorker extends BotWorker {
  override async say(message: Partial<BotkitMessage> | string): Promise<ResourceResponse | undefined> {
    const activity = this.ensureMessageFormat(message as Partial<BotkitMessage>)
    await runWare(this.controller.middleware.send, this, activity)
    const context: TurnContext = this.getConfig('context')
    return context.sendActivity(activity)
  }
}
