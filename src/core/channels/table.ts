/** The channel of a course. A course has one at most, and a channel too. */
export interface CourseChannelTable {
  cohort_id: string
  /** Random, another at each connecting: what was posted before belongs to the one before. */
  id: string
  /** Slack's workspace and channel. */
  team: string
  channel: string
  /** The hash of the account that typed the code: it may disconnect too. */
  connected_by: string
  connected_at: number
}

/** A code that connects a channel with a course: it works once. Only its hash is kept. */
export interface ChannelOfferTable {
  cohort_id: string
  code_hash: string
  expires_at: number
}

/** On whose clocks a course's posts are planned, and on which weekdays none comes, as digits: "06". */
export interface ChannelClockTable {
  cohort_id: string
  zone: string
  days_off: string
}

/** One thing to post in a course's channel, or posted. Nothing of it depends on who joined or answered. */
export interface ChannelPostTable {
  /** Random; of a picture, made of what it shows, so that it can be queued once only. */
  id: string
  cohort_id: string
  /** welcome: who runs the course, and who sees what. question: an invitation. picture: a released batch, under an invitation. */
  kind: 'welcome' | 'question' | 'picture'
  question_id: string | null
  /** Of a picture: the message of the invitation that it hangs under. */
  under: string | null
  /** Of a picture: which batch. */
  closed_at: number | null
  wording_hash: string | null
  due_at: number
  /** Too late to be of use. */
  not_after: number
  /** empty: there is nothing to ask or to show any more. missed: its time had passed. failed: it can't be sent. */
  state: 'waiting' | 'leased' | 'sent' | 'empty' | 'missed' | 'failed'
  /** Sends that didn't work. Putting it off costs none. */
  attempts: number
  /** Who sends it now, and until when nobody else does. */
  lease: string | null
  lease_until: number | null
  sent_at: number | null
  /** Slack's own name of the message. */
  sent_ref: string | null
  /** The connection that it was posted under. */
  sent_in: string | null
}
