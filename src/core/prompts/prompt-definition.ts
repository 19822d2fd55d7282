import { z } from 'zod'
import { lengthOf } from '../questions/part.ts'

/** Short enough to read in a chat list, in Unicode code points. */
const MOST = 240

const message = z
  .string()
  .min(1)
  .refine((text) => lengthOf(text) <= MOST, `A message can be up to ${MOST} characters.`)

/** Something the companion may send of its own accord, and the one question that may follow the reply. */
export const promptDefinition = z
  .strictObject({
    id: z.string().regex(/^bot\.[a-z]+\.[a-z0-9-]+$/),
    chapter: z.string().regex(/^[a-z]+$/),
    kind: z.enum(['scenario', 'quote', 'checkin']),
    /** `{{question id}}` stands where the learner's own earlier words go. */
    text: message,
    /** The question whose answer is quoted; only for kind "quote". */
    quotes: z.string().optional(),
    followUp: message,
  })
  .refine((p) => p.id.startsWith(`bot.${p.chapter}.`), 'The id begins with “bot.” and the chapter.')
  .refine((p) => (p.kind === 'quote') === (p.quotes !== undefined), 'A quote names its question; nothing else does.')
  .refine(
    (p) => JSON.stringify(p.text.match(/\{\{.*?\}\}/g) ?? []) === JSON.stringify(p.quotes ? [`{{${p.quotes}}}`] : []),
    'The text holds the question it quotes in double braces, once, and no other.',
  )
export type PromptDefinition = z.infer<typeof promptDefinition>
