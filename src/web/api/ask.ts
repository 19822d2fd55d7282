import { z } from 'zod'
import { renderTurn } from '#bot/channels/web/render-card.ts'
import { standardsCards } from '#bot/replies/standards.ts'
import { parseInput } from '#core/define.ts'
import type { StandardsAnswer, Statement } from '#core/standards/standards-answer.ts'
import { carriedContext } from '../read-context.ts'
import type { Handler } from '../route.ts'

const yes = z.union([z.boolean(), z.literal('yes').transform(() => true)])
const input = z.strictObject({
  question: z.string('Ask a question.'),
  more: yes.optional(),
  /** The asker’s yes to sending this question to the model, where one is set. */
  model: yes.optional(),
  /** The `context` of the last answer, so that this may follow it. */
  context: carriedContext,
})

/** A question about the standards: quotes, or a refusal that helps. Open to everybody. */
export const ask: Handler = async ({ core, actor, form, body, wantsJson, wantsLines, signal }) => {
  const asked = parseInput(input, body ?? Object.fromEntries(form))
  const { help } = core.content
  const answerOf = (onStatement?: (statement: Statement) => void) =>
    core.askStandards(actor, { ...asked, signal, ...(onStatement && { onStatement }) })
  // What is to be said of harm comes first among the cards, and is the same for every answer.
  const inJson = (answer: StandardsAnswer) =>
    answer.kind === 'harm' || answer.perhapsHarm ? { ...answer, card: standardsCards(answer, help)[0] } : answer
  if (wantsLines) return { lines: async (write) => write(inJson(await answerOf((statement) => write({ statement })))) }
  const answer = await answerOf()
  if (wantsJson) return { json: inJson(answer) }
  const html = renderTurn(asked.question, standardsCards(answer, help)).text
  return { page: { path: '/companion', locals: { turn: html, text: '', context: answer.context } } }
}
