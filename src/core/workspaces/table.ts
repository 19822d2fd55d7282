/** A workspace of Slack's that the app was installed in. None for the one whose token stands in the settings. */
export interface SlackWorkspaceTable {
  /** Slack's own id of it, for example `T024BE7LD`. */
  id: string
  /** The key of this token alone, wrapped by the installation's: a token that is replaced or removed can't be read again. */
  key_id: string
  sealed_token: string
  installed_at: number
}

/** A browser that went to Slack to install the app, and is waited for. Only hashes are kept. */
export interface SlackVisitTable {
  state_hash: string
  /** Of the secret in that browser's cookie. */
  browser_hash: string
  expires_at: number
}
