/** That a learner ties an answer to a clause, or wants no suggestion of it. Which, and how, is in the seal. */
export interface EvidenceTable {
  learner_id: string
  /** Names the answer and the clause to this installation alone; nothing can be read from it. */
  place: string
  /** The `LinkContent` as JSON, sealed under the learner's key. */
  sealed: string
  /** Never below that of the change before, so that the newest wins when two notebooks are joined. */
  changed_at: number
}

/** What a learner writes to their assessor about a clause. */
export interface EvidenceNoteTable {
  learner_id: string
  /** Names the clause to this installation alone. */
  place: string
  /** The `NoteContent` as JSON, sealed under the learner's key. */
  sealed: string
  changed_at: number
}
