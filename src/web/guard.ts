import type { IncomingHttpHeaders, IncomingMessage } from 'node:http'
import { AppError } from '#core/errors.ts'

/**
 * Refuses writes that another site's page sent. Browsers say where a form comes from in Origin or Sec-Fetch-Site; what
 * says neither isn't a browser's form, and is taken only without a cookie to misuse.
 */
export function checkSameSite(request: IncomingMessage, publicUrl: string | null): void {
  const { origin, host, cookie, 'sec-fetch-site': site } = request.headers
  const ours = publicUrl ? new URL(publicUrl).origin : null
  const fromHere = origin === undefined ? site === 'same-origin' : isHere(origin, ours, host)
  const crossSite = site !== undefined && site !== 'same-origin'
  const noBrowser = origin === undefined && site === undefined && cookie === undefined
  if (noBrowser || (fromHere && !crossSite)) return
  throw new AppError(
    'not-found',
    'This form was sent from another site, so nothing was done. Go back to the page here and send it again.',
  )
}

/** Whether somebody came from a page of this site, and not from another's, a letter or a bookmark. */
export function cameFromHere(headers: IncomingHttpHeaders, publicUrl: string): boolean {
  const { 'sec-fetch-site': site, referer = '' } = headers
  return site === undefined ? URL.parse(referer)?.host === new URL(publicUrl).host : site === 'same-origin'
}

/** Without a public address in the settings, the address the browser used counts: this is somebody's own machine. */
const isHere = (origin: string, ours: string | null, host: string | undefined): boolean =>
  ours ? origin === ours : origin === `http://${host}` || origin === `https://${host}`
