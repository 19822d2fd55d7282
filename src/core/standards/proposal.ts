import { z } from 'zod'

/** One sentence of a model's, with the words of the standards it rests on. */
export const proposed = z.strictObject({
  text: z.string(),
  citations: z.array(z.strictObject({ clause: z.string(), quote: z.string() })),
})
export type Proposed = z.infer<typeof proposed>

/**
 * What a model is asked to reply with. The schema is sent along, so it holds only what endpoints' schemas know; lengths
 * and the rest are checked with each statement. `missing` is for the model's sake: it has somewhere to put what the
 * standards don't say. It is never read.
 */
export const proposal = z.strictObject({
  decision: z.enum(['answer', 'partly', 'refuse']),
  statements: z.array(proposed),
  missing: z.string().nullable(),
})
