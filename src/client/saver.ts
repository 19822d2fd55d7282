import type { Draft, Save } from './kept.ts'
import { pause, type Reply } from './reply.ts'

/** What a saver needs of the page around it. */
export interface Ports {
  /** The form as it stands. */
  body(): string
  send(save: Save): Promise<Reply>
  /** Keeps the words in the browser until the server has them. */
  keep(draft: Draft | null): void
  /** Says where things stand: a reply, `saving` while there is none, `same` when nothing differs from the store. */
  show(what: Shown, asked: boolean): void
  /** Puts a kept form in place of what the page came with; null puts that back. */
  fill(body: string | null): void
  /** Runs something later; calling the result takes that back. */
  later(run: () => void, ms: number): () => void
  newId(): string
}

export type Shown = Reply | { status: 'saving' | 'same' }

/** How long somebody stops writing before a save. */
const LULL = 800

export type Saver = ReturnType<typeof makeSaver>

/**
 * Keeps one form saved. One save is on its way at a time, and the newest waits for it. A save of which nothing was
 * heard is sent again as it was, under the same name, before anything newer: it may have arrived.
 */
export function makeSaver(ports: Ports, pageBase: number, draft: Draft | null = null) {
  let base = draft?.base ?? pageBase
  let saved = ports.body()
  let sent = draft?.sent
  let flying = false
  /** Asked for while a save was on its way: leaving the box by pressing Save does both. */
  let wanted = false
  let tries = 0
  /** The base for a save over a version from elsewhere, once the learner has decided on it. */
  let decided: number | undefined
  let trouble = false
  let cancel = () => {}

  const keep = () => ports.keep({ base, body: ports.body(), ...(sent && { sent }) })
  const unsaved = () => Boolean(sent) || ports.body() !== saved

  function soon(ms = LULL) {
    cancel()
    cancel = ports.later(() => save(), ms)
  }

  /** Something was typed, pasted, dictated, dropped or chosen. */
  function touched() {
    keep()
    if (decided !== undefined) return
    if (!unsaved()) return settled(true)
    // What is said about trouble stays until it is over; the next try has its own time.
    if (tries) return
    if (!trouble) ports.show({ status: 'saving' }, false)
    soon()
  }

  /** All that is in the form is in the store. */
  function settled(say = false) {
    cancel()
    trouble = false
    ports.keep(null)
    if (say) ports.show({ status: 'same' }, false)
  }

  function save(asked = false): Promise<void> | undefined {
    cancel()
    if (flying) wanted ||= asked
    if (flying || (decided !== undefined && !asked)) return
    if (decided !== undefined) base = decided
    decided = undefined
    if (!sent) {
      const body = ports.body()
      // Asked to save what is there already, the server says so again. A blank sheet starts no notebook.
      if (body === saved && !(asked && base)) {
        settled(asked)
        return
      }
      sent = { operation: ports.newId(), base, body }
    }
    flying = true
    keep()
    if (!tries || asked) ports.show({ status: 'saving' }, asked)
    return ports.send(sent).then((reply) => landed(reply, sent as Save, asked))
  }

  function landed(reply: Reply, what: Save, asked: boolean) {
    flying = false
    asked ||= wanted
    wanted = false
    if (reply.status === 'dropped' || reply.status === 'busy') {
      trouble = true
      tries += 1
      ports.show(reply, asked)
      return soon(pause(tries))
    }
    sent = undefined
    tries = 0
    trouble = reply.status !== 'saved'
    if (reply.status === 'saved') {
      // A save from an earlier visit that had arrived after all, and has been built upon since.
      if (reply.revision < pageBase && ports.body() === what.body) {
        ports.fill(null)
        base = pageBase
        saved = ports.body()
        return settled(true)
      }
      base = reply.revision
      saved = what.body
    }
    if (reply.status === 'conflict') decided = reply.revision
    if (!unsaved()) settled()
    else keep()
    // "Saved" is said only when nothing newer waits.
    if (reply.status !== 'saved' || !unsaved()) ports.show(reply, asked)
    else if (asked) save(true)
    else soon()
  }

  if (draft) {
    // The page may show the draft's words already, because its save had arrived.
    if (draft.body === saved) {
      sent = undefined
      base = pageBase
      settled()
    } else {
      ports.fill(draft.body)
      save()
    }
  }

  return {
    touched,
    save,
    unsaved,
    /** Whether leaving now might lose words: they wait, or were refused. A first answer may not leave at once. */
    mayLose: (first: boolean) => unsaved() && (trouble || first),
    /** The connection is back. */
    online() {
      if (!unsaved() || flying) return
      tries = 0
      save()
    },
  }
}
