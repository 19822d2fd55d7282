import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { renderCard, renderTurn } from '#bot/channels/web/render-card.ts'
import type { Replied } from '#bot/channels/web/web-adapter.ts'
import type { Companion } from '#bot/index.ts'
import type { Card } from '#bot/replies/card.ts'
import { keepsConversation } from '#core/companion/turn.ts'
import { parseInput } from '#core/define.ts'
import { keptConversation } from '../kept-conversation.ts'
import { carriedContext } from '../read-context.ts'
import type { Handler, Reply } from '../route.ts'

const input = z.strictObject({
  text: z.string('Write something to the companion.'),
  /** Names this message: sent twice, it has one effect. */
  operation: z.uuid('This should be a UUID.').optional(),
  /** The `context` of the last reply, so that this may follow it. */
  context: carriedContext,
  /** The chapter beside which it is said: its questions come first. */
  chapter: z.string().max(60).optional(),
})

/**
 * A message to the companion on the web. The reply comes as cards and as HTML, in lines as soon as there are any, or as the
 * companion's page.
 */
export const chat =
  (companion: Companion): Handler =>
  async ({ actor, form, body, wantsJson, wantsLines, signal }) => {
    const sent = parseInput(input, body ?? Object.fromEntries(form))
    const { text, operation = randomUUID(), context: before, chapter } = sent
    const say = (onCard?: (card: Card) => void) =>
      companion.chat(actor, { text, operation, about: before, chapter, signal, ...(onCard && { onCard }) })
    const whole = ({ cards, failed }: Replied) => {
      const html = renderTurn(text.trim(), cards).text
      return { cards, html, failed, context: cards.at(-1)?.about ?? null, keeps: keepsConversation(actor) }
    }
    if (wantsLines) return inLines(say, whole)
    const reply = whole(await say())
    if (wantsJson) return { json: reply }
    const { html, failed, context } = reply
    // What couldn't be taken stays in the box.
    return { page: { path: '/companion', locals: { turn: html, text: failed ? text : '', context, operation } } }
  }

/**
 * A line for each card from the first that is there before the rest, and then the reply as a whole. Until then it may turn out
 * that a notebook is wanted, whose cookie goes before any line.
 */
async function inLines(
  say: (onCard: (card: Card) => void) => Promise<Replied>,
  whole: (replied: Replied) => object,
): Promise<Reply> {
  const begun = Promise.withResolvers<void>()
  const early: Card[] = []
  let told = (card: Card): void => void early.push(card)
  const replied = say((card) => {
    told(card)
    begun.resolve()
  })
  await Promise.race([begun.promise, replied])
  return {
    async lines(write) {
      let shown = 0
      told = (card) => {
        shown++
        write({ card, html: renderCard(card).text })
      }
      early.forEach(told)
      const all = await replied
      if (shown > 0) all.cards.slice(shown).forEach(told)
      write(whole(all))
    },
  }
}

/** The conversation as it is kept, for a page that shows it without having been made for its reader. */
export const conversation: Handler = async ({ core, actor }) => ({ json: await keptConversation(core, actor) })

/** Clears the conversation. */
export const clearConversation =
  (companion: Companion): Handler =>
  async ({ actor, wantsJson }) => {
    await companion.clear(actor)
    return wantsJson ? { json: { cleared: true } } : { redirect: '/companion?now=cleared#kept' }
  }
