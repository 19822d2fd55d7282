import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { renderTurn } from '#bot/channels/web/render-card.ts'
import type { Companion } from '#bot/index.ts'
import { parseInput } from '#core/define.ts'
import type { Handler } from '../route.ts'

const input = z.strictObject({
  text: z.string('Write something to the companion.'),
  /** Names this message: sent twice, it has one effect. */
  operation: z.uuid('This should be a UUID.').optional(),
})

/** A message to the companion on the web. The reply comes as cards and as HTML, or as the companion's page. */
export const chat =
  (companion: Companion): Handler =>
  async ({ actor, form, body, wantsJson }) => {
    const { text, operation = randomUUID() } = parseInput(input, body ?? Object.fromEntries(form))
    const { cards, failed } = await companion.chat(actor, { text, operation })
    const html = renderTurn(text.trim(), cards).text
    if (wantsJson) return { json: { cards, html, failed } }
    // What couldn't be taken stays in the box.
    return { page: { path: '/companion', locals: { turn: html, text: failed ? text : '' } } }
  }
