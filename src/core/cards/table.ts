/**
 * An approved text as its cohort's trainer sees it. Nothing here leads to a learner: that this card is theirs is sealed
 * under its author's key.
 */
export interface CardTable {
  /** Made of the installation's key, the tick and the words: no time in it, and no order. */
  id: string
  cohort_id: string
  question_id: string
  /** The words, sealed under a key of the card's own: it is destroyed when the card goes, so no backup keeps them. */
  sealed: string
  /** Where it stands among its question's cards: changed for all of them whenever one comes or goes. */
  place: string
  /** The trainer has not looked at it yet, shows it to the group, or keeps it from the group. */
  state: 'new' | 'shown' | 'hidden'
  /** Somebody of the group asked for it to be taken away; 1 once that has taken effect. */
  reported: number
  /** When they asked. Not for the trainer: it is a learner's doing. */
  reported_at: number | null
}

/** What trainers' pages read of cards: everything but when one was reported. */
export type ReleasedCardView = Omit<CardTable, 'reported_at'>

/** A card that its author took back, or whose author was erased. It goes with the next tick. */
export interface LeavingCardTable {
  card_id: string
  cohort_id: string
  asked_at: number
}
