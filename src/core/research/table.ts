/** A study that an operator opened. */
export interface StudyTable {
  /** The operator's own word for it; the names of its files begin with it. */
  id: string
  /** When the operator ended it for good; null while it may go on. */
  closed_at: number | null
}

/** A study's text as people agree to it. Rows are added and never changed: a new text is a new version. */
export interface StudyVersionTable {
  study_id: string
  version: number
  opened_at: number
  /** The whole definition, as JSON. */
  definition: string
}

/** Nation, sector, paid or unpaid: told for one study, with the yes of that number. Gone once that yes is taken back. */
export interface BackgroundTable {
  learner_id: string
  number: number
  sealed: string
}

/** A quarter of a study that was settled. It is settled once, whatever came of it. */
export interface StudyExportTable {
  study_id: string
  /** For example `2026-Q1`. */
  quarter: string
  version: number
  /** Of the files that were written; null where too few people took part for any. */
  content_hash: string | null
}

/** What its learner alone can open: in which export they were counted, and with which questions. */
export interface StudyReceiptTable {
  learner_id: string
  /** 1, 2, 3 … of this learner. */
  number: number
  sealed: string
}
