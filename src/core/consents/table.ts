/**
 * The ledger of consents: somebody said yes to something, or took it back. What, in which words and when is sealed under
 * their own key. The database refuses to change a row or to delete one, unless its learner goes too.
 */
export interface ConsentTable {
  learner_id: string
  /** 1, 2, 3 … of this learner. */
  number: number
  sealed: string
}
