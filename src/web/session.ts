import type { IncomingMessage } from 'node:http'
import { type Actor, VISITOR } from '#core/actor.ts'
import type { Core } from '#core/app.ts'
import type { Config } from '#core/config.ts'
import { clientAddress } from './client-address.ts'
import { readCookie } from './cookie.ts'
import { rateLimit } from './rate-limit.ts'

export interface Session {
  actor: Actor
  secret: string | null
}

/** Turns a browser's cookie into an actor, and starts a notebook for somebody who has none. */
export function sessions(core: Core, config: Config) {
  // A room of 30 behind one address must all get in at once; a script that makes notebooks must not.
  const mayStart = rateLimit(100)
  return {
    async of(request: IncomingMessage): Promise<Session> {
      const secret = readCookie(request.headers.cookie)
      return secret ? { secret, actor: await core.whoIsThis(VISITOR, { secret }) } : { secret: null, actor: VISITOR }
    },
    async start(request: IncomingMessage): Promise<Session> {
      mayStart(clientAddress(request, config.trustProxy))
      const { secret } = await core.startNotebook(VISITOR, {})
      return { secret, actor: await core.whoIsThis(VISITOR, { secret }) }
    },
  }
}
