/** Where a conversation with the companion has got to. One row for each learner and conversation. */
export interface DialogueTable {
  learner_id: string
  /** Which conversation: the channel, and the place in it where there are several. */
  conversation: string
  /** What is going on, as JSON, sealed under the learner's key: it may hold words of theirs. */
  sealed_state: string
  changed_at: number
}

/** An event that a platform has delivered. Platforms deliver again when in doubt; it may have one effect. */
export interface CompanionEventTable {
  id: string
  seen_at: number
}

/** A turn of the web chat: what was said and what was replied, kept for whoever said it. */
export interface TurnTable {
  learner_id: string
  /** The message's own name: sent again, it is the same turn. */
  id: string
  /** Its place among turns of one millisecond, and of a clock that stands still. */
  nth: number
  /** The `TurnContent` as JSON, sealed under the learner's key. */
  sealed: string
  said_at: number
}

/** A reply to somebody who asked where others read along: for them alone, and for an hour. */
export interface AsideTable {
  id: string
  /** The companion's own name of the conversation. */
  place: string
  /** Whoever asked, blinded: they can be recognised when they come for it, and not be read from it. */
  asker: string
  /** The replies as JSON, sealed. No word of the question is in them. */
  sealed_replies: string
  ends_at: number
}
