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
  /** Whether somebody with the code may still join (1) or not (0). */
  is_open: number
  /** The only proof of who one is that counts here, such as `email:example.org`; null where every proof does. */
  demands: string | null
  /** When its trainers ended it; null while it goes on. Set once, and for good. */
  archived_at: number | null
  /** Until when its trainers can read what was released; fixed together with `archived_at`. */
  readable_until: number | null
  /** Of a nightly cohort: how many days old enough answers must be before a picture is made of them and of all others. */
  settle_days: number
  /** How many questions of its trainers' own were asked so far: of two at once, one looks again. */
  own_questions: number
  /** Names that the trainer gave, as a JSON list: pointed out to learners in words that they want to show. */
  names_to_watch: string
  /** Whether everybody in a channel sees its pictures too (1). Chosen when it is made, so that all who join have been told. */
  channel_sees: number
}

/** What a cohort asks: questions of the content, and its trainers' own. */
export interface CohortQuestionTable {
  cohort_id: string
  question_id: string
}

/** A question that a trainer of this cohort wrote. Nothing of it ever changes but that it is no longer asked. */
export interface OwnQuestionTable {
  cohort_id: string
  /** `own.` and 80 random bits: learners' forms hold it. */
  id: string
  /** Its words and its part, as JSON. */
  asked: string
  asked_at: number
  /** When it was taken back, for everybody. */
  withdrawn_at: number | null
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
  /** When they handed it over. Somebody who has run a cohort is never counted in it. */
  left_at: number | null
}

/** An invitation to run a cohort too; a new one takes the place of the one before. Only the secret's hash is kept. */
export interface InvitationTable {
  cohort_id: string
  secret_hash: string
  expires_at: number
}

/** Who joined, and whether they chose to be counted (1) or not (0). Never read on the way to a trainer's page. */
export interface MemberTable {
  cohort_id: string
  learner_id: string
  counted: number
  joined_at: number
}
