import { z } from 'zod'
import { ASKERS } from './bands.ts'

/** What a trainer sees of questions that the standards don't answer: the nearest heading, and a band of people. */
export const shownGap = z.strictObject({
  standard: z.string(),
  /** The heading, in the standard's words. */
  heading: z.string(),
  /** Where it stands in the standard. */
  path: z.string(),
  askers: z.enum(ASKERS),
})
export type ShownGap = z.infer<typeof shownGap>
