/** Sends a plain letter. */
export type Mail = (letter: { to: string; subject: string; text: string }) => Promise<void>
