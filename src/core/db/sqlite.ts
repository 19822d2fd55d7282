import { Worker } from 'node:worker_threads'
import { Kysely } from 'kysely'
import { AppError } from '../errors.ts'
import type { Database } from './database.ts'
import { type Db, readOnly, type Statement, type UnitResult } from './db.ts'
import { draftFor } from './draft.ts'
import { openSqliteFile, sqliteDialect } from './sqlite-file.ts'
import type { Order, Reply } from './sqlite-writer.ts'

interface Waiting {
  unit: Statement[]
  resolve(result: UnitResult): void
  reject(error: Error): void
}

/** SQLite: reads on this thread through a read-only connection, writes in one worker thread with group commit. */
export async function openSqlite(file: string): Promise<Db> {
  const worker = new Worker(new URL('./sqlite-writer.ts', import.meta.url), { workerData: { file } })
  let died: Error | null = null
  let answer: { resolve(reply: Reply): void; reject(error: Error): void } | null = null
  worker.on('message', (reply: Reply) => answer?.resolve(reply))
  worker.on('error', (error) => {
    died = error
  })
  worker.on('exit', () => {
    died ??= new Error('The database thread stopped.')
    answer?.reject(died)
  })
  /** One listener for all answers: one for each order would stay behind for as long as the thread lives. */
  const nextReply = () =>
    new Promise<Reply>((resolve, reject) => {
      answer = { resolve, reject }
    })
  await nextReply()
  const read = new Kysely<Database>({ dialect: sqliteDialect(openSqliteFile(file, { readOnly: true })) })
  let waiting: Waiting[] = []
  let busy: Promise<void> | null = null

  async function order(message: Order): Promise<Reply> {
    if (died) throw died
    const reply = nextReply()
    worker.postMessage(message)
    return reply
  }

  async function drain(): Promise<void> {
    while (waiting.length) {
      const batch = waiting
      waiting = []
      try {
        const reply = await order({ units: batch.map((w) => w.unit) })
        if ('failed' in reply) throw new Error(reply.failed)
        if (!('results' in reply)) throw new Error('The database thread gave no result.')
        batch.forEach((w, i) => {
          const result = reply.results[i] as (typeof reply.results)[number]
          if ('error' in result) w.reject(new Error(result.error))
          else w.resolve(result)
        })
      } catch (error) {
        const why = { detail: (error as Error).message }
        for (const w of batch)
          w.reject(
            new AppError('unavailable', 'This couldn’t be saved just now. Nothing was changed; please try again.', why),
          )
      }
    }
  }

  /** One order at a time: what arrives meanwhile waits, and goes together. */
  function kick(): Promise<void> {
    busy ??= drain().finally(() => {
      busy = null
      // Somebody whose write had just been answered may have sent the next one before this line.
      if (waiting.length) void kick()
    })
    return busy
  }

  async function alone(message: Order): Promise<void> {
    while (busy) await busy
    busy = order(message)
      .then(() => {})
      .finally(() => {
        busy = null
      })
    await busy
    if (waiting.length) void kick()
  }

  return {
    dialect: 'sqlite',
    read: readOnly(read),
    draft: draftFor<Database>('sqlite'),
    write: (unit) =>
      new Promise((resolve, reject) => {
        waiting.push({ unit, resolve, reject })
        // Whatever else arrives in this turn of the event loop shares the flush.
        if (!busy) setImmediate(kick)
      }),
    scrub: () => alone({ scrub: true }),
    async close() {
      if (waiting.length) await kick()
      await read.destroy()
      if (!died) await alone({ close: true })
    },
  }
}
