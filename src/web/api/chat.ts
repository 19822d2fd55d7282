import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { renderTurn } from '#bot/channels/web/render-card.ts'
import type { Companion } from '#bot/index.ts'
import { parseInput } from '#core/define.ts'
import { carriedContext } from '../read-context.ts'
import type { Handler } from '../route.ts'

const input = z.strictObject({
  text: z.string('Write something to the companion.'),
  /** Names this message: sent twice, it has one effect. */
  operation: z.uuid('This should be a UUID.').optional(),
  /** The `context` of the last reply, so that this may follow it. */
  context: carriedContext,
})

/** A message to the companion on the web. The reply comes as cards and as HTML, or as the companion's page. */
export const chat =
  (companion: Companion): Handler =>
  async ({ actor, form, body, wantsJson }) => {
    const { text, operation = randomUUID(), context: before } = parseInput(input, body ?? Object.fromEntries(form))
    const { cards, failed } = await companion.chat(actor, { text, operation, about: before })
    const context = cards.at(-1)?.about ?? null
    const html = renderTurn(text.trim(), cards).text
    if (wantsJson) return { json: { cards, html, failed, context } }
    // What couldn't be taken stays in the box.
    return { page: { path: '/companion', locals: { turn: html, text: failed ? text : '', context } } }
  }
