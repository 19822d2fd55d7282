/** A letter of plain text. */
export interface Letter {
  to: string
  subject: string
  text: string
  /** In angle brackets; letters that have the same are known to be one. Made up where it is left out. */
  messageId?: string
  headers?: Record<string, string>
}

/** Sends a letter. */
export type Mail = (letter: Letter) => Promise<void>
