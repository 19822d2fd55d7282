import { z } from 'zod'

/** A source as it is printed; *asterisks* mark italics. */
export const reference = z.strictObject({ text: z.string().min(1), url: z.url({ protocol: /^https$/ }).optional() })
export type Reference = z.infer<typeof reference>

/** `content/references.yaml`: sources by id. */
export const references = z.record(z.string().regex(/^[a-z0-9-]+$/), reference)
export type References = z.infer<typeof references>
