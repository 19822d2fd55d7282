/** How a visit to Slack ended, for the page to say. `workspace` is its name, as Slack says it. */
export type Installed =
  | { as: 'installed' | 'again'; workspace: string }
  /** They said no there; it was from another browser, used or made up; it took too long. */
  | { as: 'refused' | 'unknown' | 'late' }
  /** It was for a whole organisation, or with tokens that expire: neither is supported, and nothing is kept. */
  | { as: 'whole-organisation' | 'expiring' }
  /** Slack didn't answer; or it didn't take the code. */
  | { as: 'not-reached' | 'not-taken' }
