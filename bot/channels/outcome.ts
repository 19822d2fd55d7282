/** How the send of a prompt ended, as the core wants to know it. */
export type Outcome =
  | { as: 'sent'; ref: string }
  /** `alone`: it was refused by itself, and others may be taken. */
  | { as: 'busy'; waitMs: number; alone?: true }
  | { as: 'unknown' }
  /** `gone`: nothing else would reach them either. `why`: the platform's own word for it. */
  | { as: 'failed'; gone: boolean; why?: string }
