/** Where a conversation takes place, as far as what is said there depends on it. */
export interface Place {
  /** What people call it, for example "Slack". */
  name: string
  /** Nobody else takes part. */
  private: boolean
  /** The companion introduces itself here; elsewhere the page around it does. */
  introduces: boolean
  /** Somebody who changes their message changes the answer that it was. */
  edits: boolean
  /** Pages of this site show the same notebook: it is the same browser. Elsewhere the conversation has one of its own. */
  sameNotebook: boolean
  /** The most characters that a box in a window over the chat holds; null where there are no windows. */
  window: number | null
  /** Who runs the platform for an organisation, and may be able to read what is typed; null where nobody can. */
  owners: string | null
}
