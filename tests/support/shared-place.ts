import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeEach } from 'vitest'
import { openCore } from '#core/app.ts'
import { readConfig } from '#core/config.ts'
import type { World } from '#core/world.ts'
import { START } from '#tests/attacks/group.ts'
import { temporaryFolder } from './databases.ts'
import { content } from './open.ts'
import { openWorld } from './open-world.ts'

const folder = temporaryFolder()
const dataDir = join(folder, 'data')
const clock = join(folder, 'clock')
mkdirSync(dataDir)
writeFileSync(clock, START)
const config = {
  ...readConfig({ STANDPOINT_DATA_DIR: dataDir, STANDPOINT_SECRET_FILE: join(folder, 'data.key') }),
  testClock: clock,
  url: 'http://standpoint.example',
}
const logged: string[] = []
const log: World['log'] = (event, facts) => logged.push(`${event} ${JSON.stringify(facts)}`)
const core = await openCore(config, { log, content })

let people = 0
let opened: ReturnType<typeof openHere> | undefined

/** On the clock that the tests move, and with their log. */
async function openHere(): Promise<Awaited<ReturnType<typeof openWorld>>> {
  return { ...(await openWorld(config, 0)), clock: core.clock, content, log }
}

/**
 * One installation on SQLite for all the tests of a file, which takes a tenth of the time. Each test makes courses and
 * people of its own, and finds the clock at START; closing what is due closes other tests' courses too.
 */
export const place = {
  config,
  core,
  /** Sets the clock. */
  at: (iso: string) => writeFileSync(clock, iso),
  /** What was logged in this test, a line each. */
  logged,
  /** Names that nobody else in this file has. */
  names: (count: number): string[] => Array.from({ length: count }, () => `P${++people}`),
  /** As another process has it open, such as the tick's command: for what no verb reaches. */
  world(): Promise<World> {
    opened ??= openHere()
    return opened
  },
}

beforeEach(() => {
  place.at(START)
  logged.length = 0
})

afterAll(async () => {
  await (await opened)?.close()
  await core.close()
})
