import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { Core } from '#core/app.ts'
import type { Config } from '#core/config.ts'
import type { Log } from '#core/log.ts'
import { handleApi } from './handle-api.ts'
import { handlePage } from './handle-page.ts'
import { secure } from './headers.ts'
import { matchRoute } from './match-route.ts'
import type { AstroPages } from './astro-pages.ts'
import { rateLimit } from './rate-limit.ts'
import { sendProblem } from './send-problem.ts'
import type { Session } from './session.ts'
import { sessions } from './session.ts'
import { sendFile } from './send.ts'
import type { Route } from './route.ts'
import type { Site } from './site.ts'

/** What the front server is made of. */
export interface Front {
  core: Core
  config: Config
  routes: Route[]
  site: Site
  astro: AstroPages
  log: Log
  session: ReturnType<typeof sessions>
  /** For routes with a limit: notes a call from an address, or refuses it. */
  limits: Map<Route, (address: string) => void>
}

/** One request on its way through the server. */
export interface Visit {
  request: IncomingMessage
  response: ServerResponse
  url: URL
  session: Session
}

/** The server in front of everything: built pages from memory, a learner's answers spliced in, and every /api route. */
export function createFrontServer(parts: Omit<Front, 'session' | 'limits'>): Server {
  const limits = new Map(parts.routes.flatMap((route) => (route.perMinute ? [[route, rateLimit(route.perMinute)] as const] : [])))
  const front: Front = { ...parts, session: sessions(parts.core, parts.config), limits }
  return createServer((request, response) => {
    answer(front, request, response)
      .catch((error) => sendProblem(front, request, response, error))
      // Not even the problem could be said: the connection ends, the server lives.
      .catch(() => response.destroy())
  })
}

async function answer(front: Front, request: IncomingMessage, response: ServerResponse): Promise<void> {
  secure(response, front.config.url?.startsWith('https:') ?? false)
  const url = new URL(request.url ?? '/', 'http://standpoint.invalid')
  if (url.pathname.length > 1 && url.pathname.endsWith('/')) {
    response.writeHead(308, { location: url.pathname.replace(/\/+$/, '') || '/' }).end()
    return
  }
  const reads = request.method === 'GET' || request.method === 'HEAD'
  const file = reads ? front.site.file(url.pathname) : undefined
  if (file) return sendFile(request, response, file)
  const match = matchRoute(front.routes, request.method === 'HEAD' ? 'GET' : (request.method ?? 'GET'), url.pathname)
  if (match && 'allow' in match) {
    response.writeHead(405, { allow: match.allow.join(', '), 'content-length': 0 }).end()
    return
  }
  const session = match?.route.signed ? { actor: { kind: 'visitor' } as const, secret: null } : await front.session.of(request)
  const visit: Visit = { request, response, url, session }
  return match ? handleApi(front, visit, match) : handlePage(front, visit, reads)
}
