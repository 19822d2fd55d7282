import type { Channel } from './channels.ts'

/** One revision of an answer. Rows are added and never changed. */
export interface AnswerTable {
  learner_id: string
  question_id: string
  /** 1, 2, 3 … within a learner's question. Joined notebooks and deleted versions leave gaps. */
  number: number
  operation_id: string
  wording_hash: string
  /** The value as JSON, sealed under the learner's key. */
  sealed_value: string
  channel: Channel
  /** Never below that of the revision before, so that order survives a clock that was set back. */
  saved_at: number
  /** When it was brought along in a file of the learner's; null of what was saved here. */
  imported_at: number | null
  /** What was asked, as JSON, sealed too: only of an imported answer whose wording this installation never had. */
  sealed_asked: string | null
}

/** Every wording that a question has been asked in. */
export interface WordingTable {
  question_id: string
  hash: string
  asked: string
}
