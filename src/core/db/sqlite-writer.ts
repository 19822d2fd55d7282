import type { StatementSync } from 'node:sqlite'
import { parentPort, receiveMessageOnPort, workerData } from 'node:worker_threads'
import type { Statement, UnitResult } from './db.ts'
import { bindable, openSqliteFile } from './sqlite-file.ts'

/**
 * The one thread that writes. Everything that waited shares a transaction and its flush; each unit has a savepoint, so
 * that one which doesn't stand leaves the others alone.
 */
export type Order = { units: Statement[][] } | { scrub: true } | { close: true }
export type Reply = { results: UnitReply[] } | { failed: string } | { done: true }
export type UnitReply = UnitResult | { error: string }

const port = parentPort
if (!port) throw new Error('sqlite-writer.ts runs as a worker thread of sqlite.ts.')
const db = openSqliteFile((workerData as { file: string }).file)
const prepared = new Map<string, StatementSync>()

function prepare(sql: string): StatementSync {
  const known = prepared.get(sql)
  if (known) return known
  if (prepared.size >= 256) prepared.clear()
  const statement = db.prepare(sql)
  prepared.set(sql, statement)
  return statement
}

function run(unit: Statement[]): UnitReply {
  db.exec('savepoint unit')
  try {
    const changes: number[] = []
    for (const [at, { sql, parameters, expect }] of unit.entries()) {
      const { changes: changed } = prepare(sql).run(...parameters.map(bindable))
      if (expect !== undefined && Number(changed) !== expect) {
        db.exec('rollback to unit; release unit')
        return { committed: false, at }
      }
      changes.push(Number(changed))
    }
    db.exec('release unit')
    return { committed: true, changes }
  } catch (error) {
    // A full disk may already have rolled the whole transaction back; then nothing of this batch stands.
    if (!db.isTransaction) throw error
    db.exec('rollback to unit; release unit')
    return { error: (error as Error).message }
  }
}

/** One transaction for the units of all these orders, and a reply for each order. */
function commit(orders: Statement[][][]): Reply[] {
  try {
    db.exec('begin immediate')
    const replies = orders.map((units) => ({ results: units.map(run) }))
    db.exec('commit')
    return replies
  } catch (error) {
    if (db.isTransaction) db.exec('rollback')
    return orders.map(() => ({ failed: (error as Error).message }))
  }
}

const alone = (order: Order): void => {
  // Deleted text stays in the write-ahead log until it is truncated.
  db.exec('pragma wal_checkpoint(truncate)')
  if ('close' in order) db.close()
  port.postMessage({ done: true } satisfies Reply)
  if ('close' in order) port.close()
}

const nextOrder = (): Order | undefined => receiveMessageOnPort(port)?.message

port.on('message', (first: Order) => {
  if (!('units' in first)) return alone(first)
  const orders = [first.units]
  let next = nextOrder()
  for (; next && 'units' in next; next = nextOrder()) orders.push(next.units)
  for (const reply of commit(orders)) port.postMessage(reply)
  if (next) alone(next)
})
port.postMessage({ done: true } satisfies Reply)
