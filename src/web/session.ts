import type { IncomingMessage } from 'node:http'
import { type Actor, VISITOR } from '#core/actor.ts'
import type { Core } from '#core/app.ts'
import type { Config } from '#core/config.ts'
import { nameOf } from '#core/errors.ts'
import type { Log } from '#core/log.ts'
import { clientAddress } from './client-address.ts'
import { isOlder, readCookie, readTrial } from './cookie.ts'
import { isHttps } from './headers.ts'
import { oncePerMonth } from './once-per-month.ts'
import { rateLimit } from './rate-limit.ts'

export interface Session {
  actor: Actor
  secret: string | null
  /** Its cookie is to be written anew: it lasts for as long as a new one from now on, or moves. */
  renew: boolean
}

/** Milliseconds: as long as a reply that begins a notebook may be on its way. */
const LATELY = 60_000

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
  /** Notebooks that began lately, by the trial that came with what began them. */
  const begun = new Map<string, { secret: Promise<string>; at: number }>()
  const forgetOld = () => {
    for (const [trial, { at }] of begun) if (at < Date.now() - LATELY) begun.delete(trial)
  }
  function begin(request: IncomingMessage, trial: string | null): Promise<string> {
    mayStart(clientAddress(request, config.trustProxy))
    const secret = core.startNotebook(VISITOR, {}).then((started) => started.secret)
    if (trial === null) return secret
    begun.set(trial, { secret, at: Date.now() })
    secret.catch(() => begun.delete(trial))
    return secret
  }
  return {
    async of(request: IncomingMessage): Promise<Session> {
      const secret = readCookie(request.headers.cookie)
      if (!secret) return { secret: null, actor: VISITOR, renew: false }
      const actor = await core.whoIsThis(VISITOR, { secret })
      if (actor.kind === 'visitor') return { secret, actor, renew: false }
      const lasts = month.isNew(secret) && (await renew(actor, secret))
      return { secret, actor, renew: lasts || (isSecure && isOlder(request.headers.cookie)) }
    },
    /** What two pages of a new browser do at the same moment begins one notebook: their trial is the same. */
    async start(request: IncomingMessage): Promise<Session> {
      const trial = readTrial(request.headers.cookie, isSecure)
      forgetOld()
      const known = trial === null ? undefined : begun.get(trial)
      const secret = await (known?.secret ?? begin(request, trial))
      const actor = await core.whoIsThis(VISITOR, { secret })
      if (actor.kind !== 'visitor' || !known) return { secret, actor, renew: false }
      // It was signed out, or deleted, since.
      begun.delete(trial as string)
      return this.start(request)
    },
  }
}
