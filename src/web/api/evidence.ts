import type { Core } from '#core/app.ts'
import type { AppError } from '#core/errors.ts'
import type { NoteConflict } from '#core/evidence/note-for-assessor.ts'
import { noteAgain } from '../../components/evidence/note-form.ts'
import { TIME_ZONE } from '../../components/question/saved-words.ts'
import type { Problem } from '../problem.ts'
import type { ApiRequest, Handler, Reply, Route } from '../route.ts'

type Input<Verb extends 'confirmEvidence' | 'noteForAssessor' | 'myEvidence' | 'myPortfolio' | 'exportPortfolio'> =
  Parameters<Core[Verb]>[1]

const field = (form: URLSearchParams, name: string): string => form.get(name) ?? ''

/** JSON to whoever asked for it; a form goes back to the page it was on. */
const back = ({ wantsJson, form }: ApiRequest, json: unknown): Reply =>
  wantsJson ? { json } : { redirect: field(form, 'page') || '/notebook/evidence' }

const pairIn = ({ form, body }: ApiRequest) =>
  (body ?? { question: field(form, 'question'), clause: field(form, 'clause') }) as Input<'confirmEvidence'>

const asked = ({ url }: ApiRequest) => Object.fromEntries(url.searchParams)

const myEvidence: Handler = async (request) => ({
  json: await request.core.myEvidence(request.actor, asked(request) as Input<'myEvidence'>),
})

const myPortfolio: Handler = async (request) => ({
  json: await request.core.myPortfolio(request.actor, asked(request) as unknown as Input<'myPortfolio'>),
})

/** Asked for with POST, so that no link and no prefetch makes one. */
const exportPortfolio: Handler = async ({ core, actor, form, body }) => {
  const fromForm = () => ({
    standard: field(form, 'standard'),
    privateWords: form.get('private') === 'with',
    onlyMine: form.get('only') === 'mine',
  })
  return { file: await core.exportPortfolio(actor, (body ?? fromForm()) as Input<'exportPortfolio'>) }
}

const confirmEvidence: Handler = async (request) =>
  back(request, await request.core.confirmEvidence(request.actor, pairIn(request)))

const dismissEvidence: Handler = async (request) =>
  back(request, await request.core.dismissEvidence(request.actor, pairIn(request)))

const removeEvidence: Handler = async (request) =>
  back(request, await request.core.removeEvidence(request.actor, pairIn(request)))

const noteForAssessor: Handler = async (request) => {
  const { core, actor, form, body } = request
  const fromForm = () => ({
    clause: field(form, 'clause'),
    words: field(form, 'words'),
    base: Number(field(form, 'base') || 0),
  })
  return back(request, await core.noteForAssessor(actor, (body ?? fromForm()) as Input<'noteForAssessor'>))
}

/** A note that didn't stand comes back on a page of its own, with what was typed in the box. */
const noteTrouble = ({ core, form, wantsJson }: ApiRequest, error: unknown, problem: Problem): Reply => {
  const clause = core.content.clause(field(form, 'clause'))
  if (wantsJson || !clause || !['conflict', 'invalid', 'unavailable'].includes(problem.kind)) throw error
  const { theirs = null } = ((error as AppError).detail ?? {}) as Partial<NoteConflict>
  const times = { now: core.clock.now(), timeZone: TIME_ZONE }
  return {
    status: problem.status,
    problem: {
      title: 'Your note is not saved yet',
      body: [...Object.values(problem.fields), problem.message],
      below: noteAgain({ clause, note: theirs }, field(form, 'words'), times),
      links: [{ href: `${clause.path}#note`, label: 'Back to the clause, without saving this' }],
    },
  }
}

export const evidenceRoutes: Route[] = [
  { method: 'GET', path: '/api/evidence', handle: myEvidence },
  { method: 'GET', path: '/api/portfolio', handle: myPortfolio },
  { method: 'POST', path: '/api/portfolio/export', handle: exportPortfolio, perMinute: 30 },
  { method: 'POST', path: '/api/evidence/confirm', handle: confirmEvidence },
  { method: 'POST', path: '/api/evidence/dismiss', handle: dismissEvidence },
  { method: 'POST', path: '/api/evidence/remove', handle: removeEvidence },
  { method: 'POST', path: '/api/evidence/note', handle: noteForAssessor, trouble: noteTrouble },
]
