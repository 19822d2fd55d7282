import { z } from 'zod'
import { FACTS } from '../standards/standard-definition.ts'

const words = z.string().min(1)

const edit = z.strictObject({
  line: z.int().min(1),
  /** The words as the line has them; they must stand there exactly once. */
  before: words,
  /** What they become. A line break in it begins a new line. */
  after: z.string(),
  why: words,
})
export type Edit = z.infer<typeof edit>

const naming = z.strictObject({
  id: words.optional(),
  label: words.optional(),
  place: words.optional(),
  number: words.optional(),
})

/** What a person decided about one document: `--repairs FILE.yaml`. */
export const repairsFile = z.strictObject({
  /** The short name in front of every clause. Once it is published it is permanent. */
  id: z
    .string()
    .regex(/^[A-Z][A-Z0-9-]*$/, 'An id is capital letters, figures and hyphens, such as SFJBA13')
    .optional(),
  title: words.optional(),
  short: words.optional(),
  name: words.optional(),
  status: words.optional(),
  statusNote: words.optional(),
  about: z.array(words).min(1).optional(),
  credit: words.optional(),
  aliases: z.array(words).min(1).optional(),
  facts: z.partialRecord(z.enum(FACTS), z.array(words).min(1)).optional(),
  edits: z.array(edit).default([]),
  /** Other names for clauses that the document doesn't number, by the id that the import gave. */
  clauses: z.record(words, naming).default({}),
  /** A heading of our own for the group that begins with a clause, by the id that the clause ends up with. */
  groups: z.record(words, words).default({}),
})
export type RepairsFile = z.infer<typeof repairsFile>
