import type { ServerResponse } from 'node:http'
import type { Config } from '#core/config.ts'

/** One strict policy a page. `hashes` are of the styles and scripts that the build put into the page, quoted as in CSP. */
export function contentPolicy(hashes: { style: string[]; script: string[] }): string {
  return [
    "default-src 'none'",
    `style-src ${["'self'", ...hashes.style].join(' ')}`,
    `script-src ${["'self'", ...hashes.script].join(' ')}`,
    "img-src 'self'",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
  ].join('; ')
}

export const PLAIN_POLICY = contentPolicy({ style: [], script: [] })

/** Whether people reach this installation over https. */
export const isHttps = ({ url }: Config): boolean => url?.startsWith('https:') ?? false

/** The headers of every response. */
export function secure(response: ServerResponse, https: boolean, policy: string = PLAIN_POLICY): void {
  response.setHeader('content-security-policy', policy)
  response.setHeader('x-content-type-options', 'nosniff')
  // Not no-referrer: with it, forms would send `Origin: null` and couldn't be told from another site's.
  response.setHeader('referrer-policy', 'same-origin')
  response.setHeader('cross-origin-opener-policy', 'same-origin')
  response.setHeader('permissions-policy', 'camera=(), geolocation=(), microphone=(), payment=(), usb=()')
  if (https) response.setHeader('strict-transport-security', 'max-age=31536000')
}
