import { z } from 'zod'

const id = z.string().regex(/^[a-z0-9]+$/)
const words = z.string().min(1)
const clauses = z.array(z.string().regex(/^[A-Z0-9-]+:[A-Za-z0-9.-]+$/)).default([])

/** `content/tools/plan.yaml`: what a plan is checked against, dimension by dimension (changes 2013, in new words). */
export const planTool = z.array(
  z.strictObject({ id, title: words, statements: z.array(z.strictObject({ id, words, check: words })).min(1) }),
)

/** `content/tools/ready.yaml`: what partners rate, each alone, before they join up. */
export const readyTool = z.array(
  z.strictObject({
    id,
    title: words,
    /** The headings of the agreement that mend what is thin here. */
    opens: z.array(id).min(1),
    statements: z
      .array(
        z.strictObject({
          id,
          words,
          /** To be talked about first: good marks elsewhere can’t outweigh it. */
          first: z.boolean().default(false),
          clauses,
        }),
      )
      .min(1),
  }),
)

/** `content/tools/agreement.yaml`: the headings of a partnership agreement. */
export const agreementTool = z.array(z.strictObject({ id, title: words, covers: words, clauses }))
