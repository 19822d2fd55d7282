import { z } from 'zod'

const referenceId = z.string().regex(/^[a-z0-9-]+$/)

/** What the top of a chapter file says. The page makes its opener, recall, standards and references from it. */
export const chapterFrontmatter = z.strictObject({
  number: z.int().min(1).max(99),
  /** Also the first half of the ids of its questions. */
  id: z.string().regex(/^[a-z]+$/),
  title: z.string().min(1),
  /** One line under the title: what the chapter offers. */
  promise: z.string().min(1),
  minutes: z.int().min(5).max(90),
  /** How many words the page was planned to have, its questions included; the tests allow a tenth more or less. */
  words: z.int().min(200).max(5000),
  /** "By the end you can …": each completes that sentence. */
  outcomes: z.array(z.string().min(1)).min(1),
  /** Shown before the chapter begins. The note before a single private question comes from help.yaml. */
  careNote: z.string().min(1),
  /** "Without looking back": questions about earlier chapters, with a kind answer. */
  recall: z.array(z.strictObject({ q: z.string().min(1), a: z.string().min(1) })).default([]),
  /** Every clause the chapter touches, by uid. */
  clauses: z.array(z.string().regex(/^[A-Z0-9-]+:[A-Za-z0-9.-]+$/)).min(1),
  furtherReading: z.array(referenceId).default([]),
  references: z.array(referenceId).min(1),
})
export type ChapterFrontmatter = z.infer<typeof chapterFrontmatter>
