/** A person here. `root_id` is the learner that this one was joined to, or its own id. */
export interface LearnerTable {
  id: string
  root_id: string
  started_at: number
  /** The end of the month in which it was last used, in UTC: no day is kept. Null until it is next used or looked at. */
  used_until: number | null
  /** When a letter went out that it is about to be deleted; null while none has, or when it was used since. */
  warned_at: number | null
}

/** A browser that holds a learner's cookie. Only the hash of the cookie's secret is kept, and nothing of the browser. */
export interface DeviceTable {
  id: string
  learner_id: string
  secret_hash: string
  started_at: number
  expires_at: number
  /** 1 on a computer that others use too. */
  shared: number
}

/** A way of being known elsewhere: an e-mail account, a Slack or Teams user. */
export interface IdentityTable {
  kind: 'email' | 'slack' | 'teams' | 'chat' | 'organisation'
  /** Who that is there. Of kind `email`: the address, in lower case; of `organisation`: its address and its own id. */
  subject: string
  learner_id: string
  verified_at: number | null
  /** The mailbox behind the address that was proven, by which people are counted. */
  mailbox: string | null
  /** When it was linked to the notebook that it opens; null where that notebook began with it. */
  linked_at: number | null
}

/**
 * An account that was linked to a notebook and isn't any more. Whoever writes from it next has a notebook of their own,
 * and the two stay one person: otherwise somebody could be counted twice.
 */
export interface FormerAccountTable {
  kind: 'slack' | 'teams'
  subject: string
  learner_id: string
  unlinked_at: number
}

/**
 * A code that somebody may type in a chat to use this notebook there, or a link that opens it in a browser. Only the
 * hash is kept. `kind` and `subject`: the account that asked for a link; null for a code.
 */
export interface LinkOfferTable {
  hash: string
  learner_id: string
  kind: 'slack' | 'teams' | null
  subject: string | null
  expires_at: number
}

/** When codes were typed from an account in the last day, JSON, oldest first. It outlives the notebook, not the day. */
export interface LinkTryTable {
  account_hash: string
  tried_at: string
  last_tried_at: number
}

/** Somebody who may open a training room once they have proven this address. */
export interface TrainerTable {
  address: string
  added_at: number
}

/** When codes went to an address, whoever asked. Only the address's hash is kept, for a day. */
export interface CodeRequestTable {
  address_hash: string
  /** The times of the last day, JSON, oldest first. */
  asked_at: string
  last_asked_at: number
}

/** better-auth's `user`: an address and that it was proven. No name, no picture. Only account.ts touches these tables. */
export interface AccountUserTable {
  id: string
  address: string
  is_verified: number
  created_at: number
  updated_at: number
}

/** better-auth's `verification`: a code that waits, sealed under the key of the learner who asked. */
export interface AccountCodeTable {
  id: string
  /** The learner who asked, and the address. */
  identifier: string
  value: string
  expires_at: number
  created_at: number
  updated_at: number
}

/** better-auth's `session`: lives only while an address is being proven. No IP address, no browser. */
export interface AccountSessionTable {
  id: string
  account_id: string
  token: string
  expires_at: number
  created_at: number
  updated_at: number
}

/** A passkey of a learner's: what its device signs can be checked with this, and nothing else can be learnt from it. */
export interface PasskeyTable {
  /** The credential's id, as WebAuthn writes it. */
  id: string
  learner_id: string
  /** COSE, base64url. */
  public_key: string
  /** How often its device says that it was used; 0 where a device doesn't count. */
  uses: number
  made_at: number
}

/** A challenge that a browser may answer once. Only its hash is kept. */
export interface ChallengeTable {
  hash: string
  /** Who may answer it by making a passkey; null where anybody may by using one. */
  learner_id: string | null
  expires_at: number
}

/** Somebody who went to their organisation's sign-in and is waited for. */
export interface OrganisationVisitTable {
  state_hash: string
  learner_id: string
  /** PKCE's: without it, a code that was overheard is worth nothing. */
  verifier: string
  /** Ties what the organisation says to this visit. */
  nonce: string
  expires_at: number
}
