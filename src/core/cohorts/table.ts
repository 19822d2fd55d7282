/** A course: a group of learners, the questions it asks, and when its pictures are made. */
export interface CohortTable {
  /** Random, so that it can be the address too: no time in it. */
  id: string
  name: string
  join_code: string
  /** How many people must have answered before anything shows. Never below 5. */
  k: number
  rhythm: 'named' | 'nightly'
  /** How many people the trainer expects; says at set-up what can never open. */
  people: number | null
  /** How many ticks were named so far: of two trainers adding some at once, one looks again. */
  named_ticks: number
  made_at: number
  /** Names that the trainer gave, as a JSON list: pointed out to learners in words that they want to show. */
  names_to_watch: string
}

export interface CohortQuestionTable {
  cohort_id: string
  question_id: string
}

/** A time at which a cohort with dates closes its batches. Added ahead, never moved or taken away. */
export interface CohortTickTable {
  cohort_id: string
  at: number
}

/** Who runs a cohort, under the name that they gave for its learners to see. */
export interface StaffTable {
  cohort_id: string
  learner_id: string
  name: string
}

/** Who joined, and whether they chose to be counted (1) or not (0). Never read on the way to a trainer's page. */
export interface MemberTable {
  cohort_id: string
  learner_id: string
  counted: number
  joined_at: number
}
