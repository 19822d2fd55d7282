import { once } from 'node:events'
import { request as ask } from 'node:http'
import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'
import { type Actor, VISITOR } from '#core/actor.ts'
import type { Core } from '#core/app.ts'
import { newCourse, newPlace, newTrainer, newVisitor } from '#tests/attacks/group.ts'
import { browserOf, serve } from '#tests/attacks/http.ts'
import type { BrowserClient } from '#tests/support/browser-client.ts'
import type { Route } from '../../src/web/route.ts'
import { createFrontServer } from '../../src/web/server.ts'

/** Where forms come from: the place’s public address. */
export const HERE = { origin: 'http://standpoint.example' }

/** A server with a course, and a visitor’s, a learner’s and its trainer’s browser. */
export async function openAll() {
  const place = await newPlace()
  const trainer = await newTrainer(place.core)
  const course = await newCourse(place.core, trainer)
  const actors: Actor[] = [VISITOR, await newVisitor(place.core), trainer]
  const clients: BrowserClient[] = []
  for (const actor of actors) clients.push(await browserOf(place, actor))
  return { place, course, clients, url: await serve(place) }
}

/** A path as it stands, which `fetch` would put in order first. */
export const raw = (
  url: string,
  path: string,
  headers: Record<string, string> = {},
): Promise<{ status: number; location: string | undefined }> =>
  new Promise((resolve, reject) => {
    const { hostname, port } = new URL(url)
    ask({ hostname, port, path, headers, agent: false }, (response) => {
      response
        .resume()
        .once('end', () => resolve({ status: response.statusCode ?? 0, location: response.headers.location }))
    })
      .once('error', reject)
      .end()
  })

/** The front server over routes of the test's own, with no page. */
export async function serveRoutes(routes: Route[]): Promise<{ url: string; core: Core }> {
  const { core, config } = await newPlace()
  const site = { page: () => undefined, file: () => undefined, listed: [], frame: { stylesheets: [], scripts: [] } }
  const astro = { render: async () => false }
  const server = createFrontServer({ core, config, routes, site, astro, log: () => {} })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => void server.close())
  return { core, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` }
}
