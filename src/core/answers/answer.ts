import type { Moves } from '../questions/move.ts'
import { type AnswerValue, answerLines, isBlankAnswer, type Question } from '../questions/question.ts'
import type { Channel } from './channels.ts'
import type { Revision } from './revision.ts'
import type { Asked } from './wordings.ts'

/** An answer as its author sees it. */
export interface Answer {
  question: Question
  value: AnswerValue
  /** How those ratings moved that are compared with earlier ones. */
  moves: Moves
  /** How many revisions there are; the next save names it as its base. 0 when nothing was ever saved. */
  revision: number
  savedAt: number
  channel: Channel
  /** It was brought along in a file, and not saved here since; so nothing of it is counted. */
  imported?: true
  /** The question as it was asked when this was written. */
  asked: Asked
  wordingChanged: boolean
  /** The answer in words, part by part, read in the wording it was given to. */
  lines: string[]
  blank: boolean
}

export function toAnswer(question: Question, revision: Revision): Answer {
  const asAsked = { ...question, ...revision.asked }
  return {
    question,
    value: revision.value,
    moves: revision.moves,
    revision: revision.revision,
    savedAt: revision.savedAt,
    channel: revision.channel,
    ...(revision.importedAt !== null && { imported: true }),
    asked: revision.asked,
    wordingChanged: revision.wordingHash !== question.hash,
    lines: answerLines(asAsked, revision.value),
    blank: isBlankAnswer(asAsked, revision.value),
  }
}
