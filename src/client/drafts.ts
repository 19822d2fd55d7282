/** One attempt to save: what is sent, on what it builds, and a name for it, so that sending it twice saves once. */
export interface Save {
  operation: string
  base: number
  body: string
}

/** What a browser keeps of an answer that the server hasn't acknowledged. */
export interface Draft {
  base: number
  /** The form as it stands. */
  body: string
  /** A save that was sent, and of which nothing has been heard. */
  sent?: Save
}

const KEY = 'draft '

type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>

/** Nothing is kept on a shared computer: the page says so on its root element, `<html data-shared>`. */
const kept = (): Store | null => ('shared' in document.documentElement.dataset ? null : localStorage)

/** A browser may refuse to keep anything; the words are in the box all the same. */
function trying<T>(run: () => T): T | undefined {
  try {
    return run()
  } catch {
    return undefined
  }
}

export const keepDraft = (id: string, draft: Draft | null): void =>
  trying(() => (draft ? kept()?.setItem(KEY + id, JSON.stringify(draft)) : localStorage.removeItem(KEY + id)))

export const keptDraft = (id: string): Draft | null =>
  trying(() => JSON.parse(kept()?.getItem(KEY + id) ?? 'null') as Draft | null) ?? null

/** Forgets every draft: at signing out, and when a notebook is deleted. */
export function forgetDrafts(store: Store = localStorage): void {
  const keys = Array.from({ length: store.length }, (_, i) => store.key(i))
  for (const key of keys) if (key?.startsWith(KEY)) store.removeItem(key)
}
