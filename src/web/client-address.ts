import type { IncomingMessage } from 'node:http'

/**
 * The client's address: the connection's, or what the nearest trusted proxy wrote. With `proxies` in front of us, the
 * last `proxies` entries of X-Forwarded-For were written by them; anything further left a client may have made up.
 */
export function clientAddress(request: IncomingMessage, proxies: number): string {
  const own = request.socket.remoteAddress ?? ''
  if (proxies === 0) return own
  const hops = String(request.headers['x-forwarded-for'] ?? '')
    .split(',')
    .map((hop) => hop.trim())
    .filter(Boolean)
  return hops.at(-proxies) ?? own
}
