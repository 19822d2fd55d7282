import { z } from 'zod'

/** A word explained in one line, linked from chapters with `<Term id="…">`. */
export const glossaryTerm = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  term: z.string().min(1),
  meaning: z.string().min(1).max(160),
})
export type GlossaryTerm = z.infer<typeof glossaryTerm>

/** `content/glossary.yaml`: a list, each id once. */
export const glossary = z
  .array(glossaryTerm)
  .refine((terms) => new Set(terms.map((t) => t.id)).size === terms.length, 'Each term can have its id once.')
