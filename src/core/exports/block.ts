/** A piece of the readable files. DOCX and Markdown are made from these alone, so they always say the same. */
export type Block =
  | { kind: 'heading'; level: 1 | 2 | 3 | 4; text: string }
  /** A sentence of ours. */
  | { kind: 'note'; text: string }
  /** What somebody wrote, exactly: set apart, and never taken for anything but words. */
  | { kind: 'words'; text: string }

export const heading = (level: 1 | 2 | 3 | 4, text: string): Block => ({ kind: 'heading', level, text })
export const note = (text: string): Block => ({ kind: 'note', text })
export const words = (text: string): Block => ({ kind: 'words', text })
