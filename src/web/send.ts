import type { IncomingMessage, ServerResponse } from 'node:http'
import { gzipSync } from 'node:zlib'
import type { BuiltFile } from './site.ts'

/** Sends a file of the build: compressed as the client takes it, and not at all when the client has it. */
export function sendFile(request: IncomingMessage, response: ServerResponse, file: BuiltFile, status = 200): void {
  const takes = String(request.headers['accept-encoding'] ?? '')
  const [body, encoding] =
    file.brotli && /\bbr\b/.test(takes)
      ? [file.brotli, 'br']
      : file.gzip && /\bgzip\b/.test(takes)
        ? [file.gzip, 'gzip']
        : [file.plain, null]
  response.setHeader('content-type', file.type)
  // A page may hold a learner's answers the next time: it is asked for again, and told apart by the cookie.
  response.setHeader('cache-control', file.forever ? 'public, max-age=31536000, immutable' : 'no-cache')
  response.setHeader('vary', file.forever ? 'Accept-Encoding' : 'Accept-Encoding, Cookie')
  response.setHeader('etag', file.etag)
  if (encoding) response.setHeader('content-encoding', encoding)
  if (status === 200 && request.headers['if-none-match'] === file.etag) {
    response.writeHead(304).end()
    return
  }
  response.writeHead(status, { 'content-length': body.length })
  response.end(request.method === 'HEAD' ? undefined : body)
}

/** Sends what was made for this person, and only for them. */
export function sendOwn(
  request: IncomingMessage,
  response: ServerResponse,
  status: number,
  type: string,
  text: string | Uint8Array,
): void {
  let body = text
  if (!response.hasHeader('content-type')) response.setHeader('content-type', type)
  response.setHeader('cache-control', 'private, no-store')
  response.setHeader('vary', 'Accept-Encoding, Cookie')
  if (text.length > 1024 && /\bgzip\b/.test(String(request.headers['accept-encoding'] ?? ''))) {
    // Level 1: the page is made anew each time, and the time matters more than the last bytes.
    body = gzipSync(text, { level: 1 })
    response.setHeader('content-encoding', 'gzip')
  }
  response.writeHead(status, { 'content-length': Buffer.byteLength(body) })
  response.end(request.method === 'HEAD' ? undefined : body)
}

/** Sends a file for the browser to keep. Its name is ours alone, so nothing in it needs quoting. */
export function sendDownload(
  request: IncomingMessage,
  response: ServerResponse,
  { name, type, bytes }: { name: string; type: string; bytes: Uint8Array },
): void {
  response.setHeader('content-disposition', `attachment; filename="${name}"`)
  sendOwn(request, response, 200, type, bytes)
}

export const HTML = 'text/html; charset=utf-8'
export const JSON_TYPE = 'application/json; charset=utf-8'
