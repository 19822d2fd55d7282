/** Words that a learner approved for their course to see. Rows are added; only the seal and the two times change. */
export interface ApprovedTextTable {
  learner_id: string
  question_id: string
  /** 1, 2, 3 … within a learner's question: each approval is of one exact text. */
  nth: number
  /** The `ApprovedText` as JSON, sealed under the learner's key: the words, the course, and the card once there is one. */
  sealed: string
  approved_at: number
  /** Taken back, or replaced by a later one; null while it stands. */
  withdrawn_at: number | null
}
