import type { Actor } from './actor.ts'
import { keepWordings } from './answers/wordings.ts'
import { type Clock, systemClock, testClock } from './clock.ts'
import type { Config } from './config.ts'
import { loadContent } from './content/load-content.ts'
import { connect } from './db/connect.ts'
import type { Verb } from './define.ts'
import { openMail } from './learners/send-mail.ts'
import { type Log, logToStderr } from './log.ts'
import { openKeyStore } from './privacy/key-store.ts'
import { verbs } from './verbs.ts'
import type { World } from './world.ts'

type Bound<V> = V extends Verb<infer Input, infer _Parsed, infer Result> ? (actor: Actor, input: Input) => Promise<Result> : never
export type Core = { [Name in keyof typeof verbs]: Bound<(typeof verbs)[Name]> } & {
  content: World['content']
  clock: Clock
  close(): Promise<void>
}

/** Builds everything the product needs, in order, and gives each verb its world. `close` undoes it. */
export async function openCore(config: Config, { log = logToStderr, say = (_line: string) => {} }: { log?: Log; say?: (line: string) => void } = {}): Promise<Core> {
  const clock = config.testClock ? testClock(config.testClock) : systemClock
  const content = loadContent()
  const keys = await openKeyStore(config, clock, say)
  const db = await connect(config).catch(async (error) => {
    await keys.close()
    throw error
  })
  await keepWordings(db, content.questions)
  const world: World = { db, keys, clock, config, content, mail: openMail(config, say), log }
  const bound = Object.fromEntries(
    Object.entries(verbs).map(([name, verb]) => [name, (actor: Actor, input: never) => (verb as unknown as Verb<never, unknown, unknown>)(world, actor, input)]),
  ) as Omit<Core, 'content' | 'clock' | 'close'>
  return {
    ...(bound as Core),
    content,
    clock,
    async close() {
      await db.close()
      await keys.close()
    },
  }
}
