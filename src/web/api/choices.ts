import type { Core } from '#core/app.ts'
import { formAgain } from '../form-again.ts'
import { yesOrNo } from '../form-values.ts'
import type { Handler, Route } from '../route.ts'

/** Everything that the actor can allow or take back, and what they ever said to it. */
const myChoices: Handler = async ({ core, actor }) => ({ json: await core.myChoices(actor, {}) })

/** A learner says yes or no to something. */
const choose: Handler = async ({ core, actor, form, body, wantsJson }) => {
  const sent = body ?? { what: form.get('what') ?? '', yes: yesOrNo(form, 'yes') }
  const chosen = await core.choose(actor, sent as Parameters<Core['choose']>[1])
  return wantsJson ? { json: chosen } : { redirect: `/privacy-settings#${chosen.what}` }
}

export const choiceRoutes: Route[] = [
  { method: 'GET', path: '/api/choices', handle: myChoices },
  { method: 'POST', path: '/api/choices', handle: choose, starts: true, trouble: formAgain('/privacy-settings') },
]
