import type { Core } from '#core/app.ts'
import { formAgain } from '../form-again.ts'
import type { Handler, Route } from '../route.ts'

type Wanted = Parameters<Core['exportMine']>[1]

/** Everything that is kept of the actor, as a file. Asked for with POST, so that no link and no prefetch makes one. */
const exportMine: Handler = async ({ core, actor, form, body }) => {
  const sent = body ?? { format: form.get('format') ?? '', withoutPrivate: form.get('private') === 'without' }
  return { file: await core.exportMine(actor, sent as Wanted) }
}

/** Brings in the JSON file of another installation, or of an earlier day: as a form's file, or as the JSON itself. */
const importMine: Handler = async ({ core, actor, file, wantsJson }) => {
  const imported = await core.importMine(actor, { file: file ?? '' })
  return wantsJson ? { json: imported } : { page: { path: '/account', locals: { imported } } }
}

/** Looks in the actor's own words. A form gets the notebook itself, which makes the call. */
const searchNotebook: Handler = async ({ core, actor, form, body, wantsJson }) => {
  if (wantsJson || body !== null)
    return { json: await core.myNotebook(actor, body as Parameters<Core['myNotebook']>[1]) }
  return { page: { path: '/notebook', locals: { words: form.get('words') ?? '' } } }
}

/** Deletes the earlier versions of an answer that was taken back. A form goes back to the notebook. */
const forgetVersions: Handler = async ({ core, actor, form, body, wantsJson }) => {
  const sent = body ?? { question: form.get('question') ?? '' }
  const { question } = sent as { question: string }
  const forgotten = await core.forgetVersions(actor, sent as Parameters<Core['forgetVersions']>[1])
  return wantsJson ? { json: forgotten } : { redirect: `/notebook#${encodeURIComponent(question)}` }
}

export const notebookRoutes: Route[] = [
  { method: 'POST', path: '/api/notebook/export', handle: exportMine, perMinute: 30 },
  {
    method: 'POST',
    path: '/api/notebook/import',
    handle: importMine,
    starts: true,
    takesFile: true,
    // 10 MB of text, and the little that a form puts around it.
    limit: 10 * 1024 * 1024 + 16 * 1024,
    perMinute: 20,
    trouble: formAgain('/account'),
  },
  // By POST, though nothing is written: what somebody looks for belongs in no address, history or log.
  { method: 'POST', path: '/api/notebook/search', handle: searchNotebook },
  { method: 'POST', path: '/api/notebook/forget-versions', handle: forgetVersions, perMinute: 30 },
]
