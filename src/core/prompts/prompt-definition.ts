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
    kind: z.enum(['scenario', 'quote', 'checkin', 'revisit']),
    /** Days after a chapter was finished, of a revisit: one item each time, then no more (content brief, A7). */
    afterDays: z.union([z.literal(2), z.literal(9), z.literal(28), z.literal(70)]).optional(),
    /** `{{question id}}` stands where the learner's own earlier words go. */
    text: message,
    /** The question whose answer is quoted; for kind "quote", and for a revisit that has one. */
    quotes: z.string().optional(),
    /** Only what was ticked is quoted, and no words of the learner's own; required of a personal (S1) answer. */
    pick: z.literal('choices').optional(),
    followUp: message.optional(),
  })
  .refine((p) => p.id.startsWith(`bot.${p.chapter}.`), 'The id begins with “bot.” and the chapter.')
  .refine((p) => p.kind === 'revisit' || p.followUp !== undefined, 'Every prompt but a revisit has a follow-up.')
  .refine((p) => (p.kind === 'revisit') === (p.afterDays !== undefined), 'A revisit says after how many days.')
  .refine(
    (p) => p.kind === 'revisit' || (p.kind === 'quote') === (p.quotes !== undefined),
    'A quote names its question; only a revisit may as well.',
  )
  .refine((p) => p.pick === undefined || p.quotes !== undefined, 'Only a prompt that quotes picks what it quotes.')
  .refine(
    (p) => JSON.stringify(p.text.match(/\{\{.*?\}\}/g) ?? []) === JSON.stringify(p.quotes ? [`{{${p.quotes}}}`] : []),
    'The text holds the question it quotes in double braces, once, and no other.',
  )
export type PromptDefinition = z.infer<typeof promptDefinition>
