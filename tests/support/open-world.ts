import type { Config } from '#core/config.ts'
import { loadContent } from '#core/content/load-content.ts'
import { connect } from '#core/db/connect.ts'
import { openReleased } from '#core/db/open-released.ts'
import { openKeyStore } from '#core/privacy/key-store.ts'
import type { World } from '#core/world.ts'

/** The world that verbs get, with nothing around them, on a clock that stands still; and what closes it. */
export async function openWorld(config: Config, now: number): Promise<World & { close(): Promise<void> }> {
  const clock = { now: () => now }
  const keys = await openKeyStore(config, clock, () => {})
  const db = await connect(config)
  const { released, close } = await openReleased(config)
  return {
    db,
    released,
    keys,
    clock,
    config,
    content: loadContent(),
    mail: async () => {},
    model: null,
    embeddings: null,
    log: () => {},
    async close() {
      await close()
      await db.close()
      await keys.close()
    },
  }
}
