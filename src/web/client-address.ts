import type { IncomingMessage } from 'node:http'
import { isIPv4, isIPv6 } from 'node:net'

/**
 * Where a request came from, as limits count it: the connection's address, or what the nearest trusted proxy wrote. With
 * `proxies` in front of us, the last `proxies` entries of X-Forwarded-For were written by them; anything further left a
 * client may have made up.
 */
export function clientAddress(request: IncomingMessage, proxies: number): string {
  const own = request.socket.remoteAddress ?? ''
  if (proxies === 0) return placeOf(own)
  const hops = String(request.headers['x-forwarded-for'] ?? '')
    .split(',')
    .map((hop) => hop.trim())
    .filter(Boolean)
  return placeOf(hops.at(-proxies) ?? own)
}

/** An address without its port. Of IPv6 the first half: the other is for one household to give out (RFC 4291, 2.5.4). */
function placeOf(address: string): string {
  if (isIPv4(address)) return address
  const [, bracketed, plain] = /^\[([^\]]+)\](?::\d+)?$|^([^:]+):\d+$/.exec(address) ?? []
  const bare = bracketed ?? plain ?? address
  const [, mapped] = /^::ffff:(\d+(?:\.\d+){3})$/i.exec(bare) ?? []
  if (mapped && isIPv4(mapped)) return mapped
  const [inside = bare] = bare.split('%')
  if (!isIPv6(inside)) return bare
  const [head = '', tail] = new URL(`http://[${inside}]`).hostname.slice(1, -1).split('::')
  const groups = (part = '') => part.split(':').filter(Boolean)
  const gap = tail === undefined ? 0 : 8 - groups(head).length - groups(tail).length
  return [...groups(head), ...Array(gap).fill('0'), ...groups(tail)].slice(0, 4).join(':')
}
