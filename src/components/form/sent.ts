/** What somebody sent, and what is wrong with it, when a form comes back. */
export interface Sent {
  values: Record<string, string[]>
  problems: Record<string, string>
  /** What is wrong as a whole. */
  message?: string
}

export const NOTHING_SENT: Sent = { values: {}, problems: {} }
