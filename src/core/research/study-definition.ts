import { createHash } from 'node:crypto'
import { z } from 'zod'
import { FIELDS } from './background.ts'

const line = (most: number) => z.string().trim().min(1).max(most)

export const studyId = z
  .string()
  .regex(
    /^[a-z][a-z0-9-]{1,38}[a-z0-9]$/,
    'An id has 3 to 40 letters (a to z), digits and hyphens, such as housing-2027',
  )

/** A study as an operator writes it, in YAML. All of it is shown to learners before they choose. */
export const studyDefinition = z.strictObject({
  id: studyId,
  /** Raised whenever anything here changes: everybody is then asked anew. */
  version: z.int().min(1),
  title: line(120),
  /** Who runs it, and how to reach them. */
  by: line(200),
  contact: line(200),
  /** What it wants to find out, in plain words. */
  purpose: line(2000),
  /** The ids of the questions whose choices, ratings and tags are counted. */
  questions: z.array(z.string()).min(1).max(100),
  /** Personal questions (S1) may be among them. */
  personal: z.boolean().default(false),
  /** What it asks about a person, the most needed first: groups are split by it in this order. */
  background: z.array(z.enum(FIELDS)).max(FIELDS.length).default([]),
  /** The last day on which what is answered may be used, such as 2027-06-30. */
  until: z.iso.date(),
  /** What somebody says yes to. Blank lines part paragraphs. */
  consent: line(5000),
})
export type StudyDefinition = z.infer<typeof studyDefinition>

/** Names exactly this text: a yes holds it, so that it is a yes to nothing else. */
export const hashOf = (definition: StudyDefinition): string =>
  createHash('sha256')
    .update(JSON.stringify(studyDefinition.parse(definition)))
    .digest('base64url')
