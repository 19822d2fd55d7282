import { allKept, type Draft, forget, type Kept, keep, type Save } from './kept.ts'
import { post } from './post.ts'
import type { Reply } from './reply.ts'

/** Sends what waits and no page has in hand, one after the other. Fails while there is no connection. */
export async function deliver(found: Kept[]): Promise<void> {
  for (const { id } of found) {
    const reply = id && (await navigator.locks.request(id, { ifAvailable: true }, (lock) => lock && deliverOne(id)))
    if (reply && (reply.status === 'dropped' || reply.status === 'busy')) throw new Error('No connection.')
  }
}

async function deliverOne(id: string): Promise<Reply | undefined> {
  // A page may have sent it meanwhile.
  const now = await allKept()
  const entry = now.find((kept) => kept.id === id)
  if (!entry) return
  const notebook = entry.notebook || now.find((kept) => !kept.id)?.notebook || ''
  let draft: Draft = entry
  for (;;) {
    const sent: Save = draft.sent ?? { operation: crypto.randomUUID(), base: draft.base, body: draft.body }
    await keep({ ...entry, ...draft, sent })
    const reply = await (notebook ? post(sent, notebook) : navigator.locks.request('first', () => post(sent, '')))
    if (reply.status === 'dropped' || reply.status === 'busy') return reply
    if (reply.status !== 'saved') {
      // It waits for its learner: at the question both versions are shown, or what has to be put right.
      await keep({ ...entry, ...draft, sent: undefined })
      return reply
    }
    if (!entry.notebook && reply.notebook) await keep({ id: '', notebook: reply.notebook, at: 0, base: 0, body: '' })
    if (draft.body === sent.body) {
      await forget(id)
      return reply
    }
    draft = { base: reply.revision, body: draft.body }
  }
}
