import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { renderTurn } from '#bot/channels/web/render-card.ts'
import type { Companion } from '#bot/index.ts'
import { keepsConversation } from '#core/companion/turn.ts'
import { parseInput } from '#core/define.ts'
import { keptConversation } from '../kept-conversation.ts'
import { carriedContext } from '../read-context.ts'
import type { Handler } from '../route.ts'

const input = z.strictObject({
  text: z.string('Write something to the companion.'),
  /** Names this message: sent twice, it has one effect. */
  operation: z.uuid('This should be a UUID.').optional(),
  /** The `context` of the last reply, so that this may follow it. */
  context: carriedContext,
  /** The chapter beside which it is said: its questions come first. */
  chapter: z.string().max(60).optional(),
})

/** A message to the companion on the web. The reply comes as cards and as HTML, or as the companion's page. */
export const chat =
  (companion: Companion): Handler =>
  async ({ actor, form, body, wantsJson }) => {
    const sent = parseInput(input, body ?? Object.fromEntries(form))
    const { text, operation = randomUUID(), context: before, chapter } = sent
    const { cards, failed } = await companion.chat(actor, { text, operation, about: before, chapter })
    const context = cards.at(-1)?.about ?? null
    const html = renderTurn(text.trim(), cards).text
    if (wantsJson) return { json: { cards, html, failed, context, keeps: keepsConversation(actor) } }
    // What couldn't be taken stays in the box.
    return { page: { path: '/companion', locals: { turn: html, text: failed ? text : '', context, operation } } }
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
