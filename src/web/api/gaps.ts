import type { Handler, Route } from '../route.ts'

/** What the actor asked and the companion couldn't answer. */
const myGaps: Handler = async ({ core, actor }) => ({ json: await core.myGaps(actor, {}) })

/** A learner deletes one of them. */
const forgetGap: Handler = async ({ core, actor, form, body, wantsJson }) => {
  const sent = (body ?? Object.fromEntries(form)) as { gap: string }
  const forgotten = await core.forgetGap(actor, sent)
  return wantsJson ? { json: forgotten } : { redirect: '/companion/unanswered' }
}

export const gapRoutes: Route[] = [
  { method: 'GET', path: '/api/gaps', handle: myGaps },
  { method: 'POST', path: '/api/gaps/forget', handle: forgetGap },
]
