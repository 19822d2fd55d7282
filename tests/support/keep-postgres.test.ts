import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { createInterface } from 'node:readline'
import pg from 'pg'
import { expect, test } from 'vitest'

const keeper = new URL('./keep-postgres.ts', import.meta.url).pathname
const firstLine = async (child: ChildProcess) =>
  (await once(createInterface({ input: child.stdout! }), 'line'))[0] as string

/** Starts PostgreSQL the way a test run does, from a process that we can kill. */
async function runWithPostgres() {
  const run = `const { spawn } = require('node:child_process')
    spawn(process.execPath, [${JSON.stringify(keeper)}], { stdio: ['pipe', 'inherit', 'inherit'], detached: true })`
  const owner = spawn(process.execPath, ['-e', run], { stdio: ['ignore', 'pipe', 'inherit'] })
  const client = new pg.Client(await firstLine(owner))
  client.on('error', () => {})
  await client.connect()
  const { rows } = await client.query('show data_directory')
  return { owner, folder: rows[0].data_directory as string }
}

test('PostgreSQL and its folder go when the run that uses them is killed', async () => {
  const { owner, folder } = await runWithPostgres()
  expect(existsSync(folder)).toBe(true)
  const keeperEnded = once(owner.stdout!, 'close')
  owner.kill('SIGKILL')
  await keeperEnded
  expect(existsSync(folder)).toBe(false)
})
