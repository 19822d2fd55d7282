import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { resolve } from 'node:path'
import { onTestFinished } from 'vitest'
import { openCompanion } from '#bot/index.ts'
import type { Actor } from '#core/actor.ts'
import { hashSecret } from '#core/id.ts'
import type { Log } from '#core/log.ts'
import { BrowserClient } from '#tests/support/browser-client.ts'
import { astroPages } from '../../src/web/astro-pages.ts'
import { allRoutes } from '../../src/web/routes.ts'
import { createFrontServer } from '../../src/web/server.ts'
import { loadSite } from '../../src/web/site.ts'
import { alter, idOf, type Place } from './group.ts'

const FAR = '9999999999999'
/** The built pages; `npm test` builds them first. */
const DIST = resolve('dist')
const served = new WeakMap<Place, Promise<string>>()

/** The real server on a place, in this process. */
export function serve(place: Place): Promise<string> {
  const known = served.get(place) ?? start(place)
  served.set(place, known)
  return known
}

async function start({ core, config, logged }: Place): Promise<string> {
  const site = loadSite(DIST)
  const log: Log = (event, facts) => void logged.push(`${event} ${JSON.stringify(facts ?? {})}`)
  const companion = openCompanion(core, config, { log })
  const routes = allRoutes(companion, site)
  const server = createFrontServer({ core, config, routes, site, astro: astroPages(DIST), log })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(async () => {
    server.closeAllConnections()
    server.close()
    await companion.close()
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

/** A browser in which somebody is already known: the cookie is there, and a trainer’s address is proven. */
export async function browserOf(place: Place, actor: Actor): Promise<BrowserClient> {
  const url = await serve(place)
  const client = new BrowserClient(() => url)
  if (actor.kind === 'visitor') return client
  const secret = `${randomUUID()}${randomUUID()}`
  const id = idOf(actor)
  alter(
    place,
    'insert into device (id, learner_id, secret_hash, started_at, expires_at) values (?, ?, ?, 0, ?)',
    randomUUID(),
    id,
    hashSecret(secret),
    FAR,
  )
  if (actor.kind === 'trainer') {
    const address = `${id}@trainers.example`
    alter(place, 'insert or ignore into trainer (address, added_at) values (?, 0)', address)
    alter(
      place,
      "insert or ignore into identity (kind, subject, learner_id, verified_at, mailbox) values ('email', ?, ?, 1, ?)",
      address,
      id,
      address,
    )
  }
  client.cookie = `standpoint=${secret}`
  return client
}

/** All of a response that somebody could tell apart: status, headers and body. */
export async function everythingOf(response: Response): Promise<string> {
  const headers = [...response.headers].filter(([name]) => !['date', 'connection', 'keep-alive'].includes(name))
  return [response.status, ...headers.map(([name, value]) => `${name}: ${value}`), '', await response.text()].join('\n')
}

/** Several addresses, one after the other, as one text. */
export async function fetchAll(client: BrowserClient, paths: string[]): Promise<string> {
  const parts: string[] = []
  for (const path of paths) parts.push(`GET ${path}`, await everythingOf(await client.get(path)))
  return parts.join('\n')
}
