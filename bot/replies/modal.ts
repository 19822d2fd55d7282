/** One thing to fill in. */
export type Field = {
  /** Its name among the fields: what was filled in comes back under it. */
  name: string
  label: string
  hint?: string
} & (
  | { kind: 'words'; lines: boolean; most: number; value?: string }
  | { kind: 'one'; options: { id: string; label: string }[]; value?: string | undefined }
  | { kind: 'many'; options: { id: string; label: string }[]; value?: string[] }
)

/** What was filled in, by field: words, the id of an option, or several ids; null where it was left. */
export type Filled = Record<string, string | string[] | null>

/** A window over the chat, whatever the platform. Addresses that begin with a slash are places of this site. */
export interface Modal {
  /** Which kind of window this is: `bot/windows.ts` knows what takes it. */
  kind: string
  /** Ids and numbers that come back with what is filled in. Never a word that anybody wrote. */
  about: string
  /** At most 24 characters, as for the buttons. */
  title: string
  /** The button that sends; none where there is nothing to fill in. */
  submit?: string
  paragraphs: string[]
  links?: { label: string; href: string }[]
  fields: Field[]
  /** The last, small lines: who will see this. */
  small?: string[]
}

/** What comes of a window that was sent: something to mend in it, another window in its place, or it closes. */
export type Taken = { problems: Record<string, string> } | { instead: Modal } | { closes: true }
