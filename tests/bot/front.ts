import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { type Companion, openCompanion } from '#bot/index.ts'
import { type Core, openCore } from '#core/app.ts'
import type { Config } from '#core/config.ts'
import { content } from '#tests/support/open.ts'
import { companionRoutes } from '../../src/web/api/companion.ts'
import { createFrontServer } from '../../src/web/server.ts'

export interface Served {
  url: string
  core: Core
  companion: Companion
  /** Lines for operators, as they were logged. */
  logged: string[]
  close(): Promise<void>
}

/** The companion's routes behind the real front server, in this process. Pages come back as what they were given. Close it. */
export async function serve(config: Config): Promise<Served> {
  const logged: string[] = []
  const log = (event: string, facts = {}) => void logged.push(`${event} ${JSON.stringify(facts)}`)
  const core = await openCore(config, { log, content })
  const companion = openCompanion(core, config, { log })
  const server = createFrontServer({
    core,
    config,
    log,
    routes: companionRoutes(companion),
    site: { file: () => undefined, page: () => undefined, listed: [], frame: { stylesheets: [], scripts: [] } },
    astro: {
      async render(_front, { response }, { path, locals, status }) {
        response
          .writeHead(status ?? 200, { 'content-type': 'text/html' })
          .end(`${path}\n${locals?.turn}\n<textarea>${locals?.text}</textarea>${JSON.stringify(locals?.context)}`)
        return true
      },
    },
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  let open = true
  const close = async () => {
    if (!open) return
    open = false
    server.close()
    server.closeAllConnections()
    await companion.close()
    await core.close()
  }
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, core, companion, logged, close }
}
