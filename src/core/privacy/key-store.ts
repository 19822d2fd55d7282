import { createHash, createSecretKey, type KeyObject, randomBytes } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import type { Clock } from '../clock.ts'
import type { Config } from '../config.ts'
import type { Db } from '../db/db.ts'
import { openKeysDatabase } from '../db/keys-database.ts'
import { blindWith, type Keys, NoKey, openWith, sealWith } from './keys.ts'
import { hasSecretFile, makeSecretFile, readSecretFile } from './secret-file.ts'

const CACHED = 10_000
/** Texts that are opened before others have their turn: some milliseconds' work. */
const AT_ONCE = 500

/**
 * Opens the store of learners' keys: a database of its own, never in the same backup as the answers. Each key is
 * wrapped by the installation's key. Losing either store makes the answers unreadable, and the start says so.
 */
export async function openKeyStore(config: Config, clock: Clock, say: (line: string) => void): Promise<Keys> {
  mkdirSync(config.dataDir, { recursive: true, mode: 0o700 })
  const { db, query } = await openKeysDatabase(
    config.keysUrl ? { url: config.keysUrl } : { file: join(config.dataDir, 'keys.db') },
  )
  const mark = await query.mark()
  if (mark && !hasSecretFile(config.secretFile)) {
    await db.close()
    throw new Error(
      `The installation's key is missing: ${config.secretFile}. Without it nobody's answers can be read. Put the copy you kept there, or set STANDPOINT_SECRET_FILE.`,
    )
  }
  const isNew = !hasSecretFile(config.secretFile)
  const secret = isNew ? makeSecretFile(config.secretFile) : readSecretFile(config.secretFile)
  if (isNew)
    say(
      `A new installation's key lies in ${config.secretFile}. Keep a copy of it somewhere safe, apart from ${dirname(join(config.dataDir, 'x'))}.`,
    )
  const fingerprint = createHash('sha256').update('standpoint key').update(secret).digest('base64url')
  if (mark && mark !== fingerprint) {
    await db.close()
    throw new Error(
      `${config.secretFile} is not the key that these data were kept under. Put the right copy there, or set STANDPOINT_SECRET_FILE.`,
    )
  }
  if (!mark) await db.write([query.setMark(fingerprint)])
  return keysOver(db, query, createSecretKey(secret), clock)
}

type Queries = Awaited<ReturnType<typeof openKeysDatabase>>['query']

function keysOver(db: Db, query: Queries, secret: KeyObject, clock: Clock): Keys {
  const cache = new Map<string, KeyObject>()
  const remember = (learnerId: string, bytes: Buffer) => {
    const key = createSecretKey(bytes)
    if (cache.size >= CACHED) cache.delete(cache.keys().next().value as string)
    cache.set(learnerId, key)
    return key
  }
  /** The keys of these learners, all that aren't at hand in one look; without those that were destroyed. */
  const keysOf = async (learnerIds: string[]): Promise<Map<string, KeyObject>> => {
    const found = new Map<string, KeyObject>()
    const missing = new Set<string>()
    for (const id of learnerIds) {
      const known = cache.get(id)
      if (known) found.set(id, known)
      else missing.add(id)
    }
    for (const { learner_id, wrapped } of await query.wrapped([...missing]))
      found.set(learner_id, remember(learner_id, Buffer.from(openWith(secret, learner_id, wrapped), 'base64url')))
    return found
  }
  const keyOf = async (learnerId: string): Promise<KeyObject> => {
    const key = cache.get(learnerId) ?? (await keysOf([learnerId])).get(learnerId)
    if (!key)
      throw new NoKey(
        'There is no key for this learner: it was destroyed, or the store of keys is not the one that belongs to these data.',
      )
    return key
  }
  return {
    async make(learnerId) {
      const key = randomBytes(32)
      const wrapped = sealWith(secret, learnerId, key.toString('base64url'))
      await db.write([query.insert(learnerId, wrapped, clock.now())])
      remember(learnerId, key)
    },
    async ensure(id) {
      const wrapped = sealWith(secret, id, randomBytes(32).toString('base64url'))
      // Another process may have made it a moment before: what stands in the store is the key, so none is remembered.
      await db.write([query.insertOnce(id, wrapped, clock.now())])
    },
    seal: async (learnerId, text) => sealWith(await keyOf(learnerId), learnerId, text),
    open: async (learnerId, sealed) => openWith(await keyOf(learnerId), learnerId, sealed),
    blind: (text) => blindWith(secret, text),
    async openAll(rows) {
      const keys = await keysOf(rows.map((row) => row.learnerId))
      const texts: (string | null)[] = []
      for (const [i, { learnerId, sealed }] of rows.entries()) {
        // Whoever has thousands of versions doesn't hold up everybody else.
        if (i % AT_ONCE === AT_ONCE - 1) await setImmediate()
        const key = keys.get(learnerId)
        texts.push(key ? openWith(key, learnerId, sealed) : null)
      }
      return texts
    },
    async destroy(learnerIds) {
      for (const id of learnerIds) cache.delete(id)
      await db.write(learnerIds.map((id) => query.remove(id)))
      await db.scrub()
    },
    close: () => db.close(),
  }
}
