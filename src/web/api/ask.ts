import { z } from 'zod'
import { renderTurn } from '#bot/channels/web/render-card.ts'
import { harmCard } from '#bot/replies/harm.ts'
import { standardsCard } from '#bot/replies/standards.ts'
import { parseInput } from '#core/define.ts'
import { carriedContext } from '../read-context.ts'
import type { Handler } from '../route.ts'

const input = z.strictObject({
  question: z.string('Ask a question.'),
  more: z.union([z.boolean(), z.literal('yes').transform(() => true)]).optional(),
  /** The `context` of the last answer, so that this may follow it. */
  context: carriedContext,
})

/** A question about the standards: quotes, or a refusal that helps. Open to everybody. */
export const ask: Handler = async ({ core, actor, form, body, wantsJson }) => {
  const asked = parseInput(input, body ?? Object.fromEntries(form))
  const answer = await core.askStandards(actor, asked)
  const { help } = core.content
  if (wantsJson) return { json: answer.kind === 'harm' ? { ...answer, card: harmCard(help) } : answer }
  const html = renderTurn(asked.question, [standardsCard(answer, help)]).text
  return { page: { path: '/companion', locals: { turn: html, text: '', context: answer.context } } }
}
