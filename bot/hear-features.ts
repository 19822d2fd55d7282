import type { BotkitMessage } from 'botkit'
import { learnerOf } from '#core/actor.ts'
import type { Core } from '#core/app.ts'
import type { Dialogue, Feature, Turn } from './features/feature.ts'
import type { SafeBotkit } from './kernel/safe-botkit.ts'
import { type Card, cardAtOnce, cardMessage } from './replies/card.ts'
import { welcome } from './replies/welcome.ts'

type Heard = BotkitMessage & { turn: Turn }

/** Gives every feature its turn with Botkit: those that come first interrupt, the others are heard in their order. */
export function hearFeatures(controller: SafeBotkit, core: Core, features: Feature[]): void {
  const dialogues = controller.remembers<Dialogue>('dialogue')
  controller.middleware.receive.use(async (_bot: unknown, message: BotkitMessage) => {
    const { context, actor, place, about, account, incoming_message: activity } = message
    const { pressed, chapter, edits, written, thread, signal } = message
    const dialogue = await dialogues.get(context, {})
    if (about) dialogue.about = about
    const { channelId: channel, id: operation, conversation } = activity
    const waiting = await core.waitingPrompt(actor, pressed ? { delivery: pressed } : {})
    const said = { text: (message.text ?? '').trim(), thread, pressed, chapter, edits, written, signal }
    const at = { place, channel, conversation: conversation.id }
    message.turn = { core, actor, account, operation, ...at, ...said, waiting, dialogue } as Turn
  })
  for (const feature of features) {
    const hears = async (message: BotkitMessage) => feature.hears((message as Heard).turn)
    const listen = (feature.first ? controller.interrupts : controller.hears).bind(controller)
    listen(hears, 'message', async (bot, message) => {
      const { turn } = message as Heard
      // Asked before the reply: what is forgotten in it was said all the same.
      const mayIntroduce = turn.place.introduces && !turn.dialogue.met && !feature.alone
      const introduce = async (cards: Card[]) => {
        if (!mayIntroduce || turn.dialogue.met || cards.some((card) => card.tone === 'perhaps')) return
        turn.dialogue.met = true
        await bot.reply(message, cardMessage(welcome(turn.place)))
      }
      turn.atOnce = async (card) => {
        await introduce([card])
        await bot.reply(message, cardAtOnce(card))
      }
      const { asked } = turn.dialogue
      const cards = [await feature.reply(turn)].flat()
      await introduce(cards)
      if (turn.dialogue.asked === asked && !feature.goesOn) delete turn.dialogue.asked
      const { about } = turn.dialogue
      for (const card of cards) await bot.reply(message, cardMessage(about ? { about, ...card } : card))
      // Nothing is kept for a visitor: what was spoken of comes with their next message.
      if (learnerOf(turn.actor) === null) {
        delete turn.dialogue.about
        delete turn.dialogue.asked
      }
    })
  }
}
