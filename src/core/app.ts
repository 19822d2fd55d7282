import type { Actor } from './actor.ts'
import { keepWordings } from './answers/wordings.ts'
import { type Clock, systemClock, testClock } from './clock.ts'
import type { Config } from './config.ts'
import type { Content } from './content/content.ts'
import { loadContent } from './content/load-content.ts'
import { connect } from './db/connect.ts'
import { openReleased } from './db/open-released.ts'
import type { Verb } from './define.ts'
import { ifErased } from './learners/if-erased.ts'
import { openMail } from './learners/send-mail.ts'
import { type Log, logToStderr } from './log.ts'
import { openKeyStore } from './privacy/key-store.ts'
import { openEmbeddings } from './standards/open-embeddings.ts'
import { openModel } from './standards/open-model.ts'
import { verbs } from './verbs.ts'
import type { World } from './world.ts'

type Bound<V> =
  V extends Verb<infer Input, infer _Parsed, infer Result> ? (actor: Actor, input: Input) => Promise<Result> : never
export type Core = { [Name in keyof typeof verbs]: Bound<(typeof verbs)[Name]> } & {
  content: World['content']
  clock: Clock
  /** Who runs this copy; null where nobody has said. */
  operator: Config['operator']
  close(): Promise<void>
}

export interface Opening {
  log?: Log
  /** Where lines for whoever started it go: a new key, a letter that is printed. */
  say?: (line: string) => void
  /** Content that was read already. */
  content?: Content
}

/** Builds everything the product needs, in order, and gives each verb its world. `close` undoes it. */
export async function openCore(config: Config, opening: Opening = {}): Promise<Core> {
  const { log = logToStderr, say = () => {}, content = loadContent() } = opening
  const clock = config.testClock ? testClock(config.testClock) : systemClock
  const model = await openModel(config.model, clock)
  const embeddings = await openEmbeddings(config.embeddings, content.standards, clock, log)
  const keys = await openKeyStore(config, clock, say)
  const db = await connect(config).catch(async (error) => {
    await keys.close()
    throw error
  })
  await keepWordings(db, content.questions)
  const { released, close: closeReleased } = await openReleased(config).catch(async (error) => {
    await db.close()
    await keys.close()
    throw error
  })
  const mail = openMail(config, say)
  const world: World = { db, released, keys, clock, config, content, mail, model, embeddings, log }
  const bind = (verb: Verb<never, unknown, unknown>) => (actor: Actor, input: never) =>
    verb(world, actor, input).catch(async (error) => {
      throw await ifErased(world, actor, error)
    })
  const bound = Object.fromEntries(
    Object.entries(verbs).map(([name, verb]) => [name, bind(verb as unknown as Verb<never, unknown, unknown>)]),
  ) as Omit<Core, 'content' | 'clock' | 'operator' | 'close'>
  return {
    ...(bound as Core),
    content,
    clock,
    operator: config.operator,
    async close() {
      await closeReleased()
      await db.close()
      await keys.close()
    },
  }
}
