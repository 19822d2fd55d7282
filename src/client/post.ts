import type { Save } from './kept.ts'
import { type Reply, toReply } from './reply.ts'

/** Milliseconds, longer than any save takes, and as many for each byte, as on the slowest line; then it counts as lost. */
const PATIENCE = 15_000
/** Bytes that the server takes at once (`LIMIT` in `src/web/handle-api.ts`). What is longer may be cut off, as if the line were. */
const MOST = 256 * 1024
/** What a browser still sends for a page that is gone, in all. */
const LAST_WORDS = 60_000

/** Sends a save; `notebook` is the mark of the one that it was written in, blank for somebody who had none. */
export async function post({ body, base, operation }: Save, notebook: string): Promise<Reply> {
  const sent = `${body}&base=${base}&operation=${operation}&notebook=${notebook}`
  if (sent.length > MOST) return { status: 'invalid', message: 'It is too long.' }
  try {
    const response = await fetch('/api/answers', {
      method: 'POST',
      headers: { accept: 'application/json' },
      body: new URLSearchParams(sent),
      keepalive: sent.length < LAST_WORDS,
      signal: AbortSignal.timeout(PATIENCE + sent.length),
    })
    return toReply(response.status, await response.json().catch(() => null))
  } catch {
    return { status: 'dropped' }
  }
}

/** A random UUID. Browsers make one by name only over https, and everywhere as the last part of such an address. */
export const newId = (): string => URL.createObjectURL(new Blob()).slice(-36)
