import { type Draft, forget, type Kept, keep, type Save } from './kept.ts'
import { newId, post } from './post.ts'
import type { Reply } from './reply.ts'

/**
 * Nothing is kept on a shared computer: the page says so on its root element, `<html data-shared>`. Nor by a page that
 * stayed open in another tab while everything was forgotten.
 */
export let shared = 'shared' in document.documentElement.dataset
addEventListener('storage', ({ key }) => {
  shared ||= key === null
})
/** The mark of the notebook that is open here; blank before there is one. */
export let notebook = ''

/** Words without a mark were written before there was a notebook. */
export const isMine = (entry: Kept): boolean => !entry.notebook || entry.notebook === notebook

/** Which notebook is open lies beside the words, for pages that don't say so: those that the browser kept. */
export function open(mark: string | undefined, known = notebook): void {
  if (mark) notebook = mark
  if (notebook !== known && !shared) void keep({ id: '', notebook, at: 0, base: 0, body: '' })
}

/** Opens the notebook that the page was filled from, or on a page for everybody the one that was open last. */
export function openNotebook(found: Kept[]): void {
  const known = found.find(({ id }) => !id)?.notebook ?? ''
  open(document.querySelector<HTMLMetaElement>('meta[name=notebook]')?.content || known, known)
}

let line: Promise<unknown> = Promise.resolve()

/**
 * One after the other over the whole page, unless it is going away. First answers wait for each other in other tabs as
 * well: two at once would start two notebooks.
 */
export function send(save: Save, mark = notebook, leaving = false): Promise<Reply> {
  const go = async () => {
    const now = () => post(save, mark)
    const reply = await (mark || !navigator.locks ? now() : navigator.locks.request('first', now))
    if (reply.status === 'saved') open(reply.notebook)
    return reply
  }
  if (leaving) return go()
  const reply = line.then(go)
  line = reply
  return reply
}

/** Other pages leave an entry alone as long as this one has it. */
function hold(id: string): () => void {
  let free = () => {}
  void navigator.locks?.request(id, () => new Promise<void>((done) => (free = done)))
  return () => free()
}

/** No two begin to wait at the same moment. */
let latest = 0

/** Keeps one entry in step with its saver. The newest counts: what it has overtaken isn't written. */
export function keeper(entry?: Kept, free?: () => void) {
  const id = entry?.id ?? newId()
  let at = entry?.at
  let safe = Boolean(entry)
  let last = Promise.resolve(safe)
  let turn = 0
  /** Words that were left behind stay with the notebook that they were written in. */
  const mark = () => entry?.notebook || notebook
  return {
    keep(draft: Draft | null): void {
      const mine = ++turn
      last = last.then(async () => {
        if (mine < turn) return safe
        // Newer words are kept nowhere here, whatever lay in the browser before it was said to be shared.
        if (draft && shared) safe = false
        else if (draft) {
          free ??= hold(id)
          at ??= latest = Math.max(Date.now(), latest + 1)
          safe = await keep({ ...draft, id, at, notebook: mark() })
        } else {
          safe = false
          if (at) await forget(id)
          at = undefined
          entry = undefined
          free?.()
          free = undefined
        }
        return safe
      })
    },
    /** Whether the newest words are safe in this browser, once that is known, and as far as it is known now. */
    isKept: () => last,
    isSafe: () => safe,
    since: () => at ?? 0,
    mark,
  }
}
