import type { Save } from './kept.ts'
import { type Reply, toReply } from './reply.ts'

/** Longer than any save takes; after it the connection counts as lost. */
const PATIENCE = 15_000
/** What a browser still sends for a page that is gone, in all. */
const LAST_WORDS = 60_000

/** Sends a save; `notebook` is the mark of the one that it was written in, blank for somebody who had none. */
export async function post({ body, base, operation }: Save, notebook: string): Promise<Reply> {
  const all = new URLSearchParams(body)
  all.set('base', `${base}`)
  all.set('operation', operation)
  all.set('notebook', notebook)
  try {
    const response = await fetch('/api/answers', {
      method: 'POST',
      headers: { accept: 'application/json' },
      body: all,
      keepalive: `${all}`.length < LAST_WORDS,
      signal: AbortSignal.timeout(PATIENCE),
    })
    return toReply(response.status, await response.json().catch(() => null))
  } catch {
    return { status: 'dropped' }
  }
}

/** A random UUID. Browsers make one by name only over https, and everywhere as the last part of such an address. */
export const newId = (): string => URL.createObjectURL(new Blob()).slice(-36)
