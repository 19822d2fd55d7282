import type { Nation } from '../content/help.ts'

/** When somebody wants to hear from the companion. One for each learner who ever switched prompts on. */
export interface ScheduleTable {
  id: string
  learner_id: string
  is_on: number
  /** 0 to 3. */
  per_week: number
  /** Every so many of those days: 2 for once a fortnight. */
  every: number
  /** The first day of the week's, 0 (Sunday) to 6. */
  weekday: number
  /** 0 to 23, on the learner's own clock. */
  hour: number
  /** Weekdays on which nothing comes, as digits: "06". */
  days_off: string
  /** Whole hours between which nothing comes, `from` up to and without `until`; the same hour twice is no quiet at all. */
  quiet_from: number
  quiet_until: number
  /** An IANA zone. */
  zone: string
  /** Whose bank holidays are kept. */
  nation: Nation | null
  /** 1 where ticked choices of personal answers may be quoted. */
  snoozed_until: number | null
  /** When the next prompt is due; null while nothing is to come. */
  next_at: number | null
  /** Prompts in a row that were left alone. */
  unanswered: number
  /** When they were asked whether to go on. Nothing follows until they say. */
  asked_at: number | null
  channel: 'slack' | 'teams' | 'chat' | 'email'
  /** The conversation, of platforms that have several, or the e-mail address. */
  place: string | null
  /** When it turned out that they can't be reached there any more; null once they have chosen anew. */
  cut_off_at: number | null
  changed_at: number
}

/** A chat in Teams that prompts can be sent to. It is there only while its learner has prompts on, wherever they come. */
export interface TeamsChatTable {
  /** The companion's own name of the conversation. */
  place: string
  learner_id: string
  /** A `TeamsChat` as JSON, sealed under the learner's key. */
  sealed_chat: string
}

/** One thing to send, or sent. No word of the prompt is kept, nor of what it quoted. */
export interface DeliveryTable {
  /** The schedule and the moment that it was due for, so that it can be queued once only. */
  id: string
  schedule_id: string
  learner_id: string
  /** ask: whether to go on. */
  kind: 'prompt' | 'ask'
  /** The prompt's id in `content/`, chosen when it is first sent. */
  prompt: string | null
  due_at: number
  /** Too late to be of use. */
  not_after: number
  /**
   * waiting, leased, sent; then answered or skipped. empty: there was nothing left to ask. missed: its time had passed.
   * stopped: they had stopped prompts. failed: it can't be sent.
   */
  state: 'waiting' | 'leased' | 'sent' | 'answered' | 'skipped' | 'empty' | 'missed' | 'stopped' | 'failed'
  /** Sends that didn't work. Putting it off costs none. */
  attempts: number
  /** Who sends it now, and until when nobody else does. */
  lease: string | null
  lease_until: number | null
  /** When a send began whose end isn't known. */
  tried_at: number | null
  sent_at: number | null
  /** The channel's own name of the message. */
  sent_ref: string | null
  /** What was replied, JSON, sealed under the learner's key. */
  sealed_replies: string | null
}

/** The secret address of a learner's calendar of prompts. Only its hash is kept. */
export interface CalendarAddressTable {
  learner_id: string
  secret_hash: string
  made_at: number
}
