import { onTestFinished } from 'vitest'
import type { Actor } from '#core/actor.ts'
import { type Core, openCore } from '#core/app.ts'
import type { Config } from '#core/config.ts'
import { loadContent } from '#core/content/load-content.ts'

/** Read once a file of tests: it takes as long as all the rest of opening a core. */
export const content = loadContent()

/** A core that closes with the test. */
export async function open(config: Config): Promise<Core> {
  const core = await openCore(config, { log: () => {}, content })
  onTestFinished(() => core.close())
  return core
}

/** A learner who has just started a notebook. */
export async function newLearner(core: Core): Promise<{ actor: Actor; secret: string }> {
  const { secret } = await core.startNotebook({ kind: 'visitor' }, {})
  return { actor: await core.whoIsThis({ kind: 'visitor' }, { secret }), secret }
}
