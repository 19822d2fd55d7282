import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { isShared } from '#core/actor.ts'
import { notFound } from '#core/errors.ts'
import { writeCookie } from './cookie.ts'
import type { Front, Visit } from './front.ts'
import { handleApi } from './handle-api.ts'
import { handlePage } from './handle-page.ts'
import { isHttps, secure } from './headers.ts'
import { limitsOf } from './limits.ts'
import { matchRoute } from './match-route.ts'
import { askedUrl } from './own-path.ts'
import { sendFile } from './send.ts'
import { sendProblem } from './send-problem.ts'
import { sessions } from './session.ts'

/** The server in front of everything: built pages from memory, a learner's answers spliced in, and every /api route. */
export function createFrontServer(parts: Omit<Front, 'session' | 'limits'>): Server {
  const limits = new Map(parts.routes.map((route) => [route, limitsOf(route)]))
  const front: Front = { ...parts, session: sessions(parts.core, parts.config, parts.log), limits }
  return createServer((request, response) => {
    answer(front, request, response)
      .catch((error) => {
        // Whoever was sending has gone: nobody is left to hear of it, and nothing is wrong here.
        if (error !== request.errored) sendProblem(front, request, response, error)
      })
      // Not even the problem could be said: the connection ends, the server lives.
      .catch(() => response.destroy())
  })
}

async function answer(front: Front, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const isSecure = isHttps(front.config)
  secure(response, isSecure)
  const url = askedUrl(request.url ?? '/')
  if (!url) throw notFound('that page')
  // Only a run's first slash is looked on from: else a path of slashes takes time with the square of its length.
  const path = `/${url.pathname.replace(/^\/+|(?<!\/)\/+$/g, '')}`
  if (path !== url.pathname) {
    response.writeHead(308, { location: path, 'content-length': 0 }).end()
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
  const session = match?.route.signed
    ? { actor: { kind: 'visitor' } as const, secret: null, renew: false }
    : await front.session.of(request)
  if (session.renew && session.secret)
    response.setHeader('set-cookie', writeCookie({ secret: session.secret, shared: isShared(session.actor) }, isSecure))
  const visit: Visit = { request, response, url, session }
  return match ? handleApi(front, visit, match) : handlePage(front, visit, reads)
}
