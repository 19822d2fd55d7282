/**
 * How far a cohort's closings have got. Release's own: `took_part` is a count, so nothing that a trainer reads may
 * read this table.
 */
export interface ClosingTable {
  cohort_id: string
  /** The newest tick that was closed. It only ever grows, so no tick is closed twice. */
  closed_at: number
  /** How many people have been in a batch of this cohort, each once, also those who left. */
  took_part: number
}

/** A frozen batch as the trainer may see it: no count, no learner, no time finer than the tick. Never changed. */
export interface BatchTable {
  cohort_id: string
  question_id: string
  /** A batch holds one wording of its question. */
  wording_hash: string
  /** The tick it was closed at: the time that was named, not the moment it ran. */
  closed_at: number
  /** The band of people who had taken part in the cohort by then. */
  participation: string
  /** The `Picture` as JSON, with its words, so that it stays as it was when the content changes. */
  picture: string
}

/** What a trainer may read of a batch. */
export type ReleasedBatchView = BatchTable

/** That an answer was counted. Which batch, and what was shown of it, is sealed under the learner's key. */
export interface ReceiptTable {
  learner_id: string
  question_id: string
  /** 1 for the first time somebody's answer to this question was counted, 2 after an edit … Two workers can't both write it. */
  nth: number
  sealed: string
}

/** A heading of the standards under which enough people asked what they don't answer: frozen, as the trainer sees it. */
export interface GapBatchTable {
  cohort_id: string
  /** The tick it was closed at. */
  closed_at: number
  /** The heading, by `headingOf`. */
  cluster: string
  /** The `ShownGap` as JSON, with its words, so that it stays as it was when the content changes. */
  shown: string
}

/** What a trainer may read of them. */
export type ReleasedGapView = GapBatchTable

/** That somebody was one of those who asked. Where and when is sealed under their key; it outlives the question itself. */
export interface GapReceiptTable {
  learner_id: string
  /** Random. */
  id: string
  sealed: string
}
