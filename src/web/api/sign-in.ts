import { formAgain } from '../form-again.ts'
import type { ApiRequest, Handler, Route } from '../route.ts'

const ON = ['invalid', 'too-many', 'unavailable'] as const

/** What was sent, as a form or as JSON. The verb's own schema checks it. */
const sentOf = ({ form, body }: ApiRequest): Record<string, unknown> =>
  body && typeof body === 'object' ? (body as Record<string, unknown>) : Object.fromEntries(form)

/** Mails a code. The reply is the same whether the address is known here or not. */
export const askForCode: Handler = async (request) => {
  const { email } = sentOf(request)
  const sent = await request.core.askForCode(request.actor, { email: email as string })
  if (request.wantsJson) return { json: sent }
  const { form } = request
  const again = { values: { email: form.getAll('email'), next: form.getAll('next') }, problems: {} }
  return { page: { path: '/sign-in', locals: { ...sent, step: 'code', sent: again } } }
}

/** Keeps this browser's notebook under an address, once the code is right. */
export const signIn: Handler = async (request) => {
  const { email, code, together } = sentOf(request) as { email: string; code: string; together?: unknown }
  const { secret, joined } = await request.core.signIn(request.actor, {
    email,
    code,
    together: together === true || together === 'yes',
    secret: request.deviceSecret,
  })
  if (request.wantsJson) return { json: { joined }, device: secret }
  return { redirect: request.form.get('next') || `/account?now=${joined ? 'joined' : 'kept'}`, device: secret }
}

/** Forgets this browser, or all of the learner's. */
export const signOut: Handler = async (request) => {
  const everywhere = sentOf(request).everywhere === 'yes' || sentOf(request).everywhere === true
  await request.core.signOut(request.actor, { secret: request.deviceSecret, everywhere })
  const clear = { 'clear-site-data': '"storage"' }
  return request.wantsJson
    ? { json: {}, device: null, headers: clear }
    : { redirect: '/', device: null, headers: clear }
}

/** Deletes everything of the acting learner, and shows when it was done. */
export const eraseMe: Handler = async (request) => {
  const { sure } = sentOf(request)
  const receipt = await request.core.eraseMe(request.actor, { sure: sure as string })
  const gone = { device: null, headers: { 'clear-site-data': '"storage"' } }
  return request.wantsJson ? { json: receipt, ...gone } : { page: { path: '/deleted', locals: { receipt } }, ...gone }
}

export const signInRoutes: Route[] = [
  {
    method: 'POST',
    path: '/api/sign-in/code',
    handle: askForCode,
    starts: true,
    // A classroom behind one address; each mail address has limits of its own in the core.
    perMinute: 60,
    trouble: formAgain('/sign-in', [...ON]),
  },
  { method: 'POST', path: '/api/sign-in', handle: signIn, trouble: formAgain('/sign-in', [...ON]) },
  { method: 'POST', path: '/api/sign-out', handle: signOut, trouble: formAgain('/account') },
  { method: 'POST', path: '/api/erase', handle: eraseMe, trouble: formAgain('/account') },
]
