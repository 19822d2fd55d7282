/** What somebody sent, and what is wrong with it, when a form comes back. */
export interface Sent {
  values: Record<string, string[]>
  problems: Record<string, string>
  /** What is wrong as a whole. */
  message?: string
}

export const NOTHING_SENT: Sent = { values: {}, problems: {} }

/** What was sent from one of several forms on a page: each has a hidden field `form` with its name. */
export const sentFrom = (form: string, sent: Sent): Sent => (sent.values.form?.[0] === form ? sent : NOTHING_SENT)
