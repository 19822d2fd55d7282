import { isShared } from '#core/actor.ts'
import { formAgain } from '../form-again.ts'
import { json } from '../form-values.ts'
import type { Handler, Route } from '../route.ts'

/** What a browser needs to make a passkey, or to use one. */
export const askForPasskey: Handler = async ({ core, actor, body, siteUrl }) => ({
  json: await core.askForPasskey(actor, json(body, { site: siteUrl })),
})

/** A passkey was made for this browser's notebook. */
export const keepPasskey: Handler = async ({ core, actor, body, siteUrl }) => {
  await core.keepPasskey(actor, json(body, { site: siteUrl }))
  return { json: {} }
}

/** A passkey opens its notebook in this browser. */
export const openWithPasskey: Handler = async ({ core, actor, body, siteUrl, deviceSecret }) => {
  const shared = isShared(actor)
  const sent = { site: siteUrl, secret: deviceSecret, shared }
  const { secret, joined, withAnswers } = await core.openWithPasskey(actor, json(body, sent))
  return { json: { joined, withAnswers }, device: { secret, shared } }
}

/** Passkeys that are lost open nothing any more. */
export const forgetPasskeys: Handler = async ({ core, actor, wantsJson }) => {
  await core.forgetPasskeys(actor, {})
  return wantsJson ? { json: {} } : { redirect: '/account' }
}

export const passkeyRoutes: Route[] = [
  { method: 'POST', path: '/api/passkey/options', handle: askForPasskey, perMinute: 60 },
  { method: 'POST', path: '/api/passkey', handle: keepPasskey },
  { method: 'POST', path: '/api/passkey/open', handle: openWithPasskey, perMinute: 60 },
  { method: 'POST', path: '/api/passkey/forget', handle: forgetPasskeys, trouble: formAgain('/account') },
]
