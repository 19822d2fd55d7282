import { z } from 'zod'
import { NATIONS } from './help.ts'

/** What holds in one nation, and where its own words can be read. */
const cell = z.strictObject({
  text: z.string().min(1),
  source: z.strictObject({ name: z.string().min(1), url: z.url({ protocol: /^https$/ }) }),
})

/** One thing that the law settles nation by nation, shown in a chapter with `<Law topic="…" />`. */
export const lawTopic = z.strictObject({
  id: z.string().regex(/^[a-z-]+$/),
  title: z.string().min(1),
  /** What is known about how fresh it is: a sentence that nobody has looked up since doesn't say that it was checked. */
  dated: z
    .string()
    .regex(/^(Checked|Written) [A-Z][a-z]+ \d{4}$/, 'Expected “Checked” or “Written”, a month and a year'),
  nations: z.record(z.enum(NATIONS), cell),
})
export type LawTopic = z.infer<typeof lawTopic>

/** `content/law.yaml`: a list, each id once. */
export const law = z
  .array(lawTopic)
  .refine((topics) => new Set(topics.map((t) => t.id)).size === topics.length, 'Each topic can have its id once.')
