import { z } from 'zod'
import { AppError } from '../errors.ts'

/** The address that a browser shows, such as `https://standpoint.example`: a passkey works there and nowhere else. */
export const siteAddress = z.url({ protocol: /^https?$/ })

/** What a passkey belongs to: the site's name without its port. */
export const siteName = (site: string): string => new URL(site).hostname

/** What `navigator.credentials` gave, as JSON. The library checks what is in it. */
export const credential = z.looseObject({
  id: z.string().min(1).max(2000),
  rawId: z.string().max(2000),
  type: z.literal('public-key'),
  response: z.looseObject({ clientDataJSON: z.string().max(10_000) }),
})

/** The library that checks passkeys. It is loaded at the first of them: no page needs it. */
export const webauthn = () => import('@simplewebauthn/server')

export const noPasskey = (): AppError =>
  new AppError(
    'invalid',
    'That passkey didn’t open a notebook here. Nothing was changed. You can try again, or use your e-mail address.',
  )
