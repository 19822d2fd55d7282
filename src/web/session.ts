import type { IncomingMessage } from 'node:http'
import { type Actor, VISITOR } from '#core/actor.ts'
import type { Core } from '#core/app.ts'
import type { Config } from '#core/config.ts'
import { nameOf } from '#core/errors.ts'
import type { Log } from '#core/log.ts'
import { clientAddress } from './client-address.ts'
import { isOlder, readCookie } from './cookie.ts'
import { isHttps } from './headers.ts'
import { oncePerMonth } from './once-per-month.ts'
import { rateLimit } from './rate-limit.ts'

export interface Session {
  actor: Actor
  secret: string | null
  /** Its cookie is to be written anew: it lasts for as long as a new one from now on, or moves. */
  renew: boolean
}

/** Turns a browser's cookie into an actor, and starts a notebook for somebody who has none. */
export function sessions(core: Core, config: Config, log: Log) {
  const month = oncePerMonth(core.clock)
  const isSecure = isHttps(config)
  // A room of 30 behind one address must all get in at once; a script that makes notebooks must not.
  const mayStart = rateLimit({ most: 100 })
  const renew = (actor: Actor, secret: string): Promise<boolean> =>
    core.keepOpen(actor, { secret }).catch((error) => {
      // Reading goes on where nothing can be written just now; the next request tries again.
      month.forget(secret)
      log('keep-open-failed', { name: nameOf(error) })
      return false
    })
  return {
    async of(request: IncomingMessage): Promise<Session> {
      const secret = readCookie(request.headers.cookie)
      if (!secret) return { secret: null, actor: VISITOR, renew: false }
      const actor = await core.whoIsThis(VISITOR, { secret })
      if (actor.kind === 'visitor') return { secret, actor, renew: false }
      const lasts = month.isNew(secret) && (await renew(actor, secret))
      return { secret, actor, renew: lasts || (isSecure && isOlder(request.headers.cookie)) }
    },
    async start(request: IncomingMessage): Promise<Session> {
      mayStart(clientAddress(request, config.trustProxy))
      const { secret } = await core.startNotebook(VISITOR, {})
      return { secret, actor: await core.whoIsThis(VISITOR, { secret }), renew: false }
    },
  }
}
