import { z } from 'zod'
import { renderTurn } from '#bot/channels/web/render-card.ts'
import { harmCard } from '#bot/replies/harm.ts'
import { standardsCard } from '#bot/replies/standards.ts'
import { parseInput } from '#core/define.ts'
import type { Handler } from '../route.ts'

const yes = z.union([z.boolean(), z.literal('yes').transform(() => true)])
const input = z.strictObject({
  question: z.string('Ask a question.'),
  more: yes.optional(),
  /** The asker’s yes to sending this question to the model, where one is set. */
  model: yes.optional(),
})

/** A question about the standards: quotes, or a refusal that helps. Open to everybody. */
export const ask: Handler = async ({ core, actor, form, body, wantsJson }) => {
  const asked = parseInput(input, body ?? Object.fromEntries(form))
  const answer = await core.askStandards(actor, asked)
  const { help } = core.content
  if (wantsJson) return { json: answer.kind === 'harm' ? { ...answer, card: harmCard(help) } : answer }
  const html = renderTurn(asked.question, [standardsCard(answer, asked.question, help)]).text
  return { page: { path: '/companion', locals: { turn: html, text: '' } } }
}
