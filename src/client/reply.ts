/** What came back from the server for a save. */
export type Reply =
  | {
      status: 'saved'
      revision: number
      shown?: string
      answered?: boolean
      after?: string
      picture?: string
      notebook?: string
    }
  | { status: 'conflict'; revision: number; html: string }
  | { status: 'invalid'; message?: string; fields?: Record<string, string>; html?: string; elsewhere?: boolean }
  /** It can't be taken as it is, and sending it again won't help by itself. */
  | { status: 'refused'; message?: string }
  /** It may work again shortly; whether it was saved isn't known. */
  | { status: 'busy'; message?: string }
  /** Nothing came back. */
  | { status: 'dropped' }

/** Reads a response; only a whole reply of our own server counts as one. */
export function toReply(status: number, body: unknown): Reply {
  const json = body as { status?: string; revision?: number } | null
  if (status === 200 && json?.status === 'saved' && typeof json.revision === 'number') return json as Reply
  if (status === 409 && json?.status === 'conflict') return json as Reply
  // Refused with words about it: what can't be taken, or a notebook that isn't open here.
  if (json && (status === 422 || json.status === 'other-notebook')) return { ...(json as object), status: 'invalid' }
  // A page where a reply should be: a sign-in page of the network, or a reply that was cut off.
  if (status < 400) return { status: 'dropped' }
  return { ...(json as object), status: status === 429 || status >= 500 ? 'busy' : 'refused' }
}

/** Milliseconds before the next try: 2, 4, 8 … up to 60 seconds. */
export const pause = (tries: number): number => Math.min(60_000, 1000 * 2 ** tries)
