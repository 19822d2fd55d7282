import type { IncomingMessage, ServerResponse } from 'node:http'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type Actor, isShared, learnerOf } from '#core/actor.ts'
import { notebookMark } from '#core/learners/notebook-mark.ts'
import type { Front, Visit } from './front.ts'
import { toProblem } from './problem.ts'
import { problemHtml } from './problem-html.ts'

/** Astro's own addresses, such as /_image: none of them is a page. */
const NOT_A_PAGE = /^\/*(_|%5f)/i

type Handler = (
  request: IncomingMessage,
  response: ServerResponse,
  next: () => void,
  locals: App.Locals,
) => Promise<void>

export interface Rendering {
  path: string
  locals?: Record<string, unknown>
  status?: number
}

export interface AstroPages {
  /** Renders a page made on demand; false when there is none of that path. */
  render(front: Front, visit: Visit, rendering: Rendering): Promise<boolean>
}

/** Astro's handler for the pages that are made on demand. It is loaded at the first of them. */
export function astroPages(folder: string): AstroPages {
  let loading: Promise<Handler> | null = null
  const load = async (): Promise<Handler> =>
    (await import(pathToFileURL(join(folder, 'server', 'entry.mjs')).href)).handler
  return {
    async render(front, visit, { path, locals, status }) {
      if (NOT_A_PAGE.test(path)) return false
      loading ??= load()
      const handler = await loading
      const { request, response } = visit
      // A handler's reply may be a page of another address: the form's own would be asked for with POST.
      request.method = request.method === 'HEAD' ? 'HEAD' : 'GET'
      request.url = path
      response.setHeader('cache-control', 'private, no-store')
      let found = true
      const next = () => {
        found = false
      }
      await handler(request, response, next, localsFor(front, visit, { path, locals, status }))
      return found
    },
  }
}

/** What a page rendered on demand is given. */
export const localsFor = (front: Front, visit: Visit, { locals, status }: Rendering): App.Locals => ({
  core: front.core,
  actor: visit.session.actor,
  ...(isShared(visit.session.actor) && { shared: true }),
  ...markOf(visit.session.actor),
  deviceSecret: visit.session.secret,
  siteUrl: siteUrl(front, visit.request),
  status: status === 200 ? undefined : status,
  given: locals ?? {},
  fail(error) {
    const problem = toProblem(error, front.log)
    const headers = { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'private, no-store' }
    return new Response(problemHtml(front.site, problem), { status: problem.status, headers })
  },
})

function markOf(actor: Actor): { notebook?: string } {
  const learnerId = learnerOf(actor)
  return learnerId === null ? {} : { notebook: notebookMark(learnerId) }
}

/** The address people reach us by: the setting, or what this browser used. */
export const siteUrl = (front: Front, request: IncomingMessage): string =>
  front.config.url ?? `http://${request.headers.host ?? `localhost:${front.config.port}`}`
