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

/** An order on its way to the thread that writes. */
interface Sent {
  resolve(reply: Reply): void
  reject(error: Error): void
}

/** So many units are sent before the turn that they came in is over: the thread flushes them while the rest is worked on. */
const AT_ONCE = 8

/** SQLite: reads on this thread through a read-only connection, writes in one worker thread with group commit. */
export async function openSqlite(file: string): Promise<Db> {
  const worker = new Worker(new URL('./sqlite-writer.ts', import.meta.url), { workerData: { file } })
  let died: Error | null = null
  /** The thread replies in the order in which it was asked. */
  const sent: Sent[] = []
  worker.on('message', (reply: Reply) => sent.shift()?.resolve(reply))
  worker.on('error', (error) => {
    died = error
  })
  worker.on('exit', () => {
    died ??= new Error('The database thread stopped.')
    for (const order of sent.splice(0)) order.reject(died)
  })
  const nextReply = () => new Promise<Reply>((resolve, reject) => sent.push({ resolve, reject }))
  await nextReply()
  const read = new Kysely<Database>({ dialect: sqliteDialect(openSqliteFile(file, { readOnly: true })) })
  let waiting: Waiting[] = []

  async function order(message: Order): Promise<Reply> {
    if (died) throw died
    const reply = nextReply()
    worker.postMessage(message)
    return reply
  }

  /** Sends what waits. The thread takes it with whatever else was sent while it flushed. */
  async function post(): Promise<void> {
    if (!waiting.length) return
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

  return {
    dialect: 'sqlite',
    read: readOnly(read),
    draft: draftFor<Database>('sqlite'),
    write: (unit) =>
      new Promise((resolve, reject) => {
        waiting.push({ unit, resolve, reject })
        // Whatever else arrives in this turn of the event loop goes along, unless it is a long one.
        if (waiting.length === 1) setImmediate(post)
        else if (waiting.length === AT_ONCE) void post()
      }),
    async scrub() {
      void post()
      await order({ scrub: true })
    },
    async close() {
      void post()
      await read.destroy()
      if (!died) await order({ close: true })
    },
  }
}
