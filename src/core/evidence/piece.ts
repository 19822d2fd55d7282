import type { MyAnswer } from '../answers/my-answers.ts'

/** A clause in the words it had at some time. */
export interface ClauseWords {
  uid: string
  /** As it is cited: "SFJBA13 PC 15.1". */
  label: string
  leadIn: string | null
  text: string
}

/** Whose words stand under a clause: one answer, in the newest revision. Times are milliseconds. */
export interface EvidencePiece {
  question: { id: string; chapter: string; own?: { cohort: string; course: string } }
  /** The question as it was asked. */
  ask: string
  /** The answer in words. Empty of a private note that wasn't asked for, and of an answer that was taken back. */
  lines: string[]
  /** An S2 answer: shown folded, left out of a document unless its author opens it. */
  isPrivate: boolean
  /** Which revision of the answer this is, and when and where it was saved. */
  revision: number
  savedAt: number
  channel: MyAnswer['channel']
  /** It came in a file, perhaps somebody else's, and wasn't saved here since. */
  imported?: true
}

/** A piece that its author has confirmed. */
export interface ConfirmedPiece extends EvidencePiece {
  confirmedAt: number
  /** The answer has been edited since, so its author may want to read it again. */
  isEdited: boolean
  /** The answer was taken back since: there is nothing left to show for it. */
  isTakenBack: boolean
  /** The clause as it stood when this was confirmed, where its words differ now or it is gone; null when they are the same. */
  review: ClauseWords | null
}

/** Why a piece is suggested: its question was written for this clause, or words of it are the clause's. */
export type Reason = 'question' | 'words'

export interface SuggestedPiece extends EvidencePiece {
  reason: Reason
}

export const toPiece = (answer: MyAnswer): EvidencePiece => {
  const { question, asked, lines, revision, savedAt, channel, imported } = answer
  const { id, chapter, own } = question
  return {
    question: { id, chapter, ...(own && { own: { cohort: own.cohort, course: own.course } }) },
    ask: asked.ask,
    lines,
    isPrivate: question.sensitivity === 'S2',
    revision,
    savedAt,
    channel,
    ...(imported && { imported }),
  }
}
