import { z } from 'zod'
import { parseInput } from '#core/define.ts'
import { FORM_FIELDS } from '../components/question/state.ts'
import { readAnswerForm } from './read-answer-form.ts'
import type { ApiRequest } from './route.ts'

const json = z.strictObject({
  question: z.string(),
  value: z.record(z.string(), z.unknown()),
  base: z.int().optional(),
  operation: z.string().optional(),
  wording: z.string().optional(),
  notebook: z.string().optional(),
})
export type SentAnswer = z.infer<typeof json>

/** What the learner sent, from a form of the page or as JSON. */
export async function readAnswer({ core, actor, form, body }: ApiRequest): Promise<SentAnswer> {
  if (body !== null) return parseInput(json, body)
  const question = await core.questionToAnswer(actor, { question: form.get('question') ?? '' })
  const value = readAnswerForm(question, form)
  const base = form.get('base')
  return {
    question: question.id,
    value,
    base: base ? Number(base) : undefined,
    operation: form.get('operation') || undefined,
    wording: form.get('wording') || undefined,
    // Ticked under words of another notebook: they go into the one that is open here, or into a new one.
    notebook: form.has(FORM_FIELDS.here) ? undefined : form.get(FORM_FIELDS.notebook) || undefined,
  }
}
