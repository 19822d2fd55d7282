import type { IncomingMessage } from 'node:http'
import { AppError } from '#core/errors.ts'

/** Reads a body of at most `limit` bytes. What is over the limit is drained, so that the client hears why. */
export async function readBody(request: IncomingMessage, limit: number): Promise<Buffer> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size <= limit) chunks.push(chunk)
    // Far over the limit nobody is waiting to hear why.
    if (size > limit * 16) break
  }
  if (size > limit)
    throw new AppError('invalid', `That is too much to send at once: up to ${Math.floor(limit / 1024)} KB is possible.`)
  return Buffer.concat(chunks)
}

export interface Sent {
  form: URLSearchParams
  body: unknown
}

/** Reads a body as the form or the JSON that its content type says it is. */
export function parseBody(contentType: string | undefined, raw: Buffer): Sent {
  const type = contentType?.split(';')[0]?.trim().toLowerCase()
  if (raw.length === 0) return { form: new URLSearchParams(), body: null }
  if (type === 'application/x-www-form-urlencoded')
    return { form: new URLSearchParams(raw.toString('utf8')), body: null }
  if (type === 'application/json') {
    try {
      return { form: new URLSearchParams(), body: JSON.parse(raw.toString('utf8')) }
    } catch {
      throw new AppError('invalid', 'The body says that it is JSON, and isn’t.')
    }
  }
  throw new AppError('invalid', 'Send a form (application/x-www-form-urlencoded) or JSON (application/json).')
}
