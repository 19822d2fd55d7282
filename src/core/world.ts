import type { Clock } from './clock.ts'
import type { Config } from './config.ts'
import type { Content } from './content/content.ts'
import type { Db } from './db/db.ts'
import type { Released } from './db/released.ts'
import type { Mail } from './learners/mail.ts'
import type { Log } from './log.ts'
import type { Keys } from './privacy/keys.ts'
import type { Model } from './standards/model.ts'
import type { Embeddings } from './standards/open-embeddings.ts'

/** Everything a verb may need beside its input. `openCore` builds it once; nothing else is ambient. */
export interface World {
  db: Db
  /** All that insights may read: released views, on a connection of their own. */
  released: Released
  keys: Keys
  clock: Clock
  config: Config
  content: Content
  mail: Mail
  /** Null where no endpoint is set: then the standards answer in their own words only. */
  model: Model | null
  embeddings: Embeddings | null
  log: Log
}
