import { z } from 'zod'
import { CHANNELS } from '../answers/channels.ts'
import { answerWords } from '../answers/elsewhere.ts'

/** No text that anybody may type here is longer; in characters. */
const LONGEST = 100_000
const text = z.string().max(LONGEST)
const time = z.iso.datetime('This is not an ISO time in UTC, such as 2026-03-02T09:00:00.000Z.')

/** One version of an answer. */
export const revisionRecord = z.strictObject({
  /** Names this version for good: brought in twice, it is there once. */
  operation: z.uuid(),
  savedAt: time,
  channel: z.enum(CHANNELS).catch('web'),
  /** Which of the answer's wordings it was given to, by its hash. */
  wording: z.string().max(64),
  /** By the name of each part, exactly as it was given. */
  value: z.record(z.string().max(100), z.unknown()),
  /** How ratings moved that are compared with earlier ones. */
  moves: z.record(z.string().max(100), z.unknown()),
  /** The same in words. */
  words: answerWords,
  /** When it was brought in from a file; null of what was saved where the file was made. */
  importedAt: time.nullable(),
})
export type RevisionRecord = z.infer<typeof revisionRecord>

/** Everything that somebody answered to one question. */
export const answerRecord = z.strictObject({
  question: z.string().min(1).max(100),
  /** The question as it is asked now. */
  ask: text,
  /** Where it is asked, in words: a chapter or a course. */
  place: text,
  /** Only its author ever sees it. */
  private: z.boolean(),
  /** Every wording that these versions were given to. */
  wordings: z.array(z.strictObject({ wording: z.string().max(64), ask: text, parts: z.array(z.unknown()) })),
  /** Oldest first. */
  revisions: z.array(revisionRecord),
})
export type AnswerRecord = z.infer<typeof answerRecord>
