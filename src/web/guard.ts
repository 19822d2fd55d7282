import type { IncomingMessage } from 'node:http'
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

/** Without a public address in the settings, the address the browser used counts: this is somebody's own machine. */
const isHere = (origin: string, ours: string | null, host: string | undefined): boolean =>
  ours ? origin === ours : origin === `http://${host}` || origin === `https://${host}`
