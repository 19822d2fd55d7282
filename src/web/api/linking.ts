import { isShared } from '#core/actor.ts'
import { formAgain } from '../form-again.ts'
import type { ApiRequest, Handler, Route } from '../route.ts'

const sentOf = ({ form, body }: ApiRequest): Record<string, unknown> =>
  body && typeof body === 'object' ? (body as Record<string, unknown>) : Object.fromEntries(form)
const isYes = (sent: unknown): boolean => sent === true || sent === 'yes'

/** Makes a code to type in a chat. It stands on the page that comes back, in no address. */
export const makeLinkCode: Handler = async ({ core, actor, wantsJson }) => {
  const linkCode = await core.makeLinkCode(actor, {})
  return wantsJson ? { json: linkCode } : { page: { path: '/account', locals: { linkCode } } }
}

/** Opens a chat's notebook in this browser. */
export const openLink: Handler = async (request) => {
  const { link, together, shared } = sentOf(request)
  const keepsNothing = isYes(shared) || isShared(request.actor)
  const { secret, joined } = await request.core.openLink(request.actor, {
    link: link as string,
    together: isYes(together),
    shared: keepsNothing,
    secret: request.deviceSecret,
  })
  const reply = {
    device: { secret, shared: keepsNothing },
    ...(keepsNothing && { headers: { 'clear-site-data': '"storage"' } }),
  }
  if (request.wantsJson) return { json: { joined }, ...reply }
  return { redirect: `/account?now=${joined ? 'joined' : 'opened'}`, ...reply }
}

/** An account elsewhere writes to this notebook no more. */
export const unlinkAccount: Handler = async (request) => {
  const { account, anyway } = sentOf(request)
  const unlinked = await request.core.unlinkAccount(request.actor, {
    account: account as string,
    anyway: isYes(anyway),
  })
  return request.wantsJson ? { json: unlinked } : { redirect: '/account?now=unlinked#linked' }
}

/** Dots alone would name another page. */
const toLink = ({ form }: ApiRequest) => `/link/${encodeURIComponent(form.get('link')?.replace(/^\.+$/, '') || '-')}`

export const linkingRoutes: Route[] = [
  { method: 'POST', path: '/api/link/code', handle: makeLinkCode, perMinute: 30 },
  { method: 'POST', path: '/api/link/open', handle: openLink, perMinute: 60, trouble: formAgain(toLink) },
  { method: 'POST', path: '/api/unlink', handle: unlinkAccount, perMinute: 60, trouble: formAgain('/account') },
]
