import type { Core } from '#core/app.ts'
import type { Handler, Route } from '../route.ts'

/** Looks in the actor's own words. A form gets the notebook itself, which makes the call. */
const searchNotebook: Handler = async ({ core, actor, form, body, wantsJson }) => {
  if (wantsJson || body !== null)
    return { json: await core.myNotebook(actor, body as Parameters<Core['myNotebook']>[1]) }
  return { page: { path: '/notebook', locals: { words: form.get('words') ?? '' } } }
}

export const notebookRoutes: Route[] = [
  // By POST, though nothing is written: what somebody looks for belongs in no address, history or log.
  { method: 'POST', path: '/api/notebook/search', handle: searchNotebook },
]
