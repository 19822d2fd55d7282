/** A question that the companion couldn't answer, kept for its asker. */
export interface GapTable {
  learner_id: string
  /** The day it was asked on, in days since 1970 (UTC), and its place in that day: no more rows than places. */
  day: number
  nth: number
  /** Random: its asker's page says it. */
  id: string
  /** The `GapContent` as JSON, sealed under the learner's key. */
  sealed: string
  asked_at: number
}
