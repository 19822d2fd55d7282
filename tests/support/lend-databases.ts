import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createInterface } from 'node:readline'
import pg from 'pg'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  interface ProvidedContext {
    /** Answers each request with the address of a new, empty PostgreSQL database. */
    freshDatabases: string
  }
}

/** Starts PostgreSQL under a keeper, which ends with us; gives its address, and what stops it. */
export async function startPostgres() {
  const file = new URL('./keep-postgres.ts', import.meta.url).pathname
  const keeper = spawn(process.execPath, [file], { stdio: ['pipe', 'pipe', 'inherit'], detached: true })
  for await (const url of createInterface({ input: keeper.stdout })) {
    const stop = async () => {
      keeper.stdin.end()
      if (keeper.exitCode === null) await once(keeper, 'exit')
    }
    return { url, stop }
  }
  throw new Error('PostgreSQL for the tests did not start; its own words stand above.')
}

/** Makes an empty database on this server and gives its address. */
export async function newDatabase(server: string, name: string): Promise<string> {
  const client = new pg.Client(server)
  await client.connect()
  await client.query(`create database ${name}`).finally(() => client.end())
  return Object.assign(new URL(server), { pathname: name }).href
}

/** Lends databases to the tests of one run. PostgreSQL is started for the first that asks, and never otherwise. */
export default async function lendDatabases(project: TestProject) {
  let started: ReturnType<typeof startPostgres> | undefined
  let lent = 0
  const lend = async () => {
    started ??= startPostgres()
    return newDatabase((await started).url, `lent_${++lent}`)
  }
  const server = createServer((_request, response) => {
    lend().then(
      (url) => response.end(url),
      (error) => response.writeHead(500).end(String(error)),
    )
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  project.provide('freshDatabases', `http://127.0.0.1:${(server.address() as AddressInfo).port}/`)
  return async () => {
    server.closeAllConnections()
    server.close()
    await started?.then(({ stop }) => stop())
  }
}
