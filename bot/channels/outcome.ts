/** How the send of a prompt ended, as the core wants to know it. */
export type Outcome =
  | { as: 'sent'; ref: string }
  | { as: 'busy'; waitMs: number }
  | { as: 'unknown' }
  | { as: 'failed'; gone: boolean }
