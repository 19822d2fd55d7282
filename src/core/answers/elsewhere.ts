import { z } from 'zod'
import { type AnswerValue, type Question, toQuestion } from '../questions/question.ts'
import type { Revision } from './revision.ts'
import type { Asked } from './wordings.ts'

/** Ids of questions that aren't asked here begin with it, so that an answer brought along is never taken for one to a question of ours. */
const ELSEWHERE = 'elsewhere.'
export const isElsewhere = (questionId: string): boolean => questionId.startsWith(ELSEWHERE)
export const elsewhereId = (theirs: string): string => `${ELSEWHERE}${theirs}`
/** Its id where it is asked. */
export const theirId = (questionId: string): string =>
  isElsewhere(questionId) ? questionId.slice(ELSEWHERE.length) : questionId

/** An answer in words, as they are read: by part, with the part's label where there are several. */
export const answerWords = z.array(z.strictObject({ label: z.string().nullable(), lines: z.array(z.string()) }))
export type AnswerWords = z.infer<typeof answerWords>

/** What is sealed of an answer to a question that isn't asked here: as it stood in the file, so that it can go on from here. */
export const elsewhere = z.strictObject({
  ask: z.string(),
  /** Where it was asked, in words. */
  place: z.string(),
  private: z.boolean(),
  parts: z.unknown(),
  value: z.record(z.string(), z.unknown()),
  moves: z.record(z.string(), z.unknown()),
  words: answerWords,
})
export type Elsewhere = z.infer<typeof elsewhere>

const TEXT = 'text'

/** Nothing is known of its parts, so its words are read as one text. */
export const askedElsewhere = ({ ask }: Elsewhere): Asked => ({ ask, parts: [{ type: 'long-text', name: TEXT }] })

export const valueElsewhere = ({ words }: Elsewhere): AnswerValue => ({ [TEXT]: linesOf(words).join('\n') })

const linesOf = (words: AnswerWords): string[] =>
  words.flatMap(({ label, lines }) => (label && lines.length > 0 ? [`${label}:`, ...lines] : lines))

/**
 * A question that this installation doesn't ask, as it stood when it was last answered: its answers stay readable. Of
 * one that was asked here once nothing is known but the words, so it is taken for private.
 */
export function questionElsewhere({ questionId, asked, wordingHash, elsewhere: from }: Revision): Question {
  const question = toQuestion({
    id: questionId,
    ask: asked.ask,
    parts: asked.parts,
    sensitivity: (from?.private ?? true) ? 'S2' : 'S1',
    aggregate: 'none',
    deeper: [],
    themes: [],
    back: [],
    after: [],
    evidence: [],
    oneAtATime: false,
    retired: true,
  })
  return { ...question, hash: wordingHash, elsewhere: { place: from?.place ?? '' } }
}
