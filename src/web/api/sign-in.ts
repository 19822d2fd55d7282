import { isShared } from '#core/actor.ts'
import { CODES_A_DAY } from '#core/learners/code-rules.ts'
import { emailAddress } from '#core/learners/email-address.ts'
import { formAgain } from '../form-again.ts'
import type { ApiRequest, Handler, Route } from '../route.ts'

const ON = ['invalid', 'too-many', 'unavailable'] as const

/** What was sent, as a form or as JSON. The verb's own schema checks it. */
const sentOf = ({ form, body }: ApiRequest): Record<string, unknown> =>
  body && typeof body === 'object' ? (body as Record<string, unknown>) : Object.fromEntries(form)

const isYes = (sent: unknown): boolean => sent === true || sent === 'yes'
const CLEAR = { 'clear-site-data': '"storage"' }

/** A third of what goes to a mail address in a day: nobody can use up somebody else's from one place. */
const CODES_FROM_ONE_PLACE = {
  most: CODES_A_DAY / 3,
  of: (request: ApiRequest) => emailAddress.safeParse(sentOf(request).email).data ?? null,
  why: 'No more codes can go to that address from here today. Please try again tomorrow. A passkey opens your notebook without a code.',
}

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
  const { email, code, together, shared } = sentOf(request) as Record<string, string>
  // Whoever has said so once needn't say it again.
  const keepsNothing = isYes(shared) || isShared(request.actor)
  const { secret, joined, withAnswers } = await request.core.signIn(request.actor, {
    email: email as string,
    code: code as string,
    together: isYes(together),
    shared: keepsNothing,
    secret: request.deviceSecret,
  })
  const reply = { device: { secret, shared: keepsNothing }, ...(keepsNothing && { headers: CLEAR }) }
  if (request.wantsJson) return { json: { joined }, ...reply }
  return { redirect: request.form.get('next') || `/account?now=${withAnswers ? 'joined' : 'kept'}`, ...reply }
}

/** Forgets this browser, another one, or all of the learner's. */
export const signOut: Handler = async (request) => {
  const { everywhere, browser } = sentOf(request) as Record<string, string>
  await request.core.signOut(request.actor, { secret: request.deviceSecret, everywhere: isYes(everywhere), browser })
  if (browser !== undefined) return request.wantsJson ? { json: {} } : { redirect: '/account?now=other-out' }
  return request.wantsJson
    ? { json: {}, device: null, headers: CLEAR }
    : { redirect: '/', device: null, headers: CLEAR }
}

/** Others use this computer too, or not any more. What the browser kept so far is cleared. */
export const shareComputer: Handler = async (request) => {
  const shared = isYes((sentOf(request) as Record<string, unknown>).shared)
  const secret = request.deviceSecret as string
  await request.core.shareComputer(request.actor, { secret, shared })
  const reply = { device: { secret, shared }, ...(shared && { headers: CLEAR }) }
  return request.wantsJson
    ? { json: { shared }, ...reply }
    : { redirect: shared ? '/account?now=shared' : '/account', ...reply }
}

/** Deletes everything of the acting learner, and shows when it was done. */
export const eraseMe: Handler = async (request) => {
  const { sure } = sentOf(request)
  const receipt = await request.core.eraseMe(request.actor, { sure: sure as string })
  const gone = { device: null, headers: CLEAR }
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
    perDay: CODES_FROM_ONE_PLACE,
    trouble: formAgain('/sign-in', [...ON]),
  },
  { method: 'POST', path: '/api/sign-in', handle: signIn, perMinute: 120, trouble: formAgain('/sign-in', [...ON]) },
  { method: 'POST', path: '/api/sign-out', handle: signOut, trouble: formAgain('/account') },
  {
    method: 'POST',
    path: '/api/shared-computer',
    handle: shareComputer,
    starts: true,
    trouble: formAgain('/account'),
  },
  { method: 'POST', path: '/api/erase', handle: eraseMe, trouble: formAgain('/account') },
]
