import type { IncomingMessage, ServerResponse } from 'node:http'
import type { AstroIntegration } from 'astro'
import type { AstroPages } from './astro-pages.ts'
import type { Front, Visit } from './front.ts'

/**
 * `npm run dev`: Astro's own server, with our routes in front of it and answers spliced into its pages by the same
 * function as in production. The content policy is left to production: Vite puts scripts of its own into pages.
 */
export function frontInDevelopment(): AstroIntegration {
  return {
    name: 'standpoint-front',
    hooks: {
      'astro:server:setup': async ({ server }) => {
        const open = await openFront()
        server.middlewares.use((request, response, next) => {
          open.answer(request, response, next).catch((error) => open.fail(request, response, error))
        })
        server.httpServer?.once('close', () => void open.close())
      },
    },
  }
}

async function openFront() {
  // Loaded here and not above: a build has no need of a database.
  const [{ openCore }, { readConfig }, { logToStderr }, { openCompanion }] = await Promise.all([
    import('#core/app.ts'),
    import('#core/config.ts'),
    import('#core/log.ts'),
    import('#bot/index.ts'),
  ])
  const [{ allRoutes }, { sessions }, { matchRoute }, { handleApi }, { sendProblem }, { localsFor }] =
    await Promise.all([
      import('./routes.ts'),
      import('./session.ts'),
      import('./match-route.ts'),
      import('./handle-api.ts'),
      import('./send-problem.ts'),
      import('./astro-pages.ts'),
    ])
  const config = readConfig()
  const core = await openCore(config, { say: (line) => process.stdout.write(`${line}\n`) })
  const companion = openCompanion(core, config)
  const site = { page: () => undefined, file: () => undefined, listed: [], frame: { stylesheets: [], scripts: [] } }
  const waiting = new WeakMap<ServerResponse, () => void>()
  const astro: AstroPages = {
    async render(front, visit, rendering) {
      visit.request.url = rendering.path
      visit.request.method = 'GET'
      Reflect.set(visit.request, Symbol.for('astro.locals'), localsFor(front, visit, rendering))
      waiting.get(visit.response)?.()
      return true
    },
  }
  const routes = allRoutes(companion, site)
  const front: Front = {
    core,
    config,
    routes,
    site,
    astro,
    log: logToStderr,
    session: sessions(core, config, logToStderr),
    limits: new Map(),
  }
  return {
    async answer(request: IncomingMessage, response: ServerResponse, next: () => void) {
      const url = new URL(request.url ?? '/', 'http://standpoint.invalid')
      if (/^\/(@|node_modules\/|src\/|\.)/.test(url.pathname)) return next()
      const visit: Visit = { request, response, url, session: await front.session.of(request) }
      waiting.set(response, next)
      const match = matchRoute(routes, request.method ?? 'GET', url.pathname)
      if (match && 'route' in match) return handleApi(front, visit, match)
      spliceOnTheWay(front, visit)
      await astro.render(front, visit, { path: url.pathname + url.search })
    },
    fail: (request: IncomingMessage, response: ServerResponse, error: unknown) =>
      sendProblem(front, request, response, error),
    async close() {
      await companion.close()
      await core.close()
    },
  }
}

/** Holds a page back until it is whole, and puts this person's answers into it. */
function spliceOnTheWay(front: Front, visit: Visit): void {
  const { response, session } = visit
  if (session.actor.kind === 'visitor') return
  const chunks: Buffer[] = []
  const end = response.end.bind(response)
  const isPage = () => String(response.getHeader('content-type') ?? '').startsWith('text/html')
  response.write = ((chunk: Uint8Array | string) => {
    chunks.push(Buffer.from(chunk as Uint8Array))
    return true
  }) as typeof response.write
  response.end = ((chunk?: Uint8Array | string) => {
    if (chunk && typeof chunk !== 'function') chunks.push(Buffer.from(chunk as Uint8Array))
    const whole = Buffer.concat(chunks)
    if (!isPage()) return end(whole)
    void Promise.all([import('./fill-page.ts'), import('./splice.ts')])
      .then(([{ fillPage }, { compileTemplate }]) =>
        fillPage(front.core, session.actor, compileTemplate(whole.toString('utf8'))),
      )
      .then(
        (page) => end(page),
        () => end(whole),
      )
    return response
  }) as typeof response.end
}
