import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Core } from '#core/app.ts'
import type { Config } from '#core/config.ts'
import type { Log } from '#core/log.ts'
import type { AstroPages } from './astro-pages.ts'
import type { Limits } from './limits.ts'
import type { Route } from './route.ts'
import type { Session, sessions } from './session.ts'
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
  limits: Map<Route, Limits>
}

/** One request on its way through the server. */
export interface Visit {
  request: IncomingMessage
  response: ServerResponse
  url: URL
  session: Session
}
