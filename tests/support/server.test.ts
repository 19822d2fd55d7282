import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { temporaryFolder } from './databases.ts'
import { startServer } from './server.ts'

const folder = temporaryFolder()

/** A server in a few lines that closes cleanly and says what it was given. */
const small = join(folder, 'small.mjs')
writeFileSync(
  small,
  `import { createServer } from 'node:http'
  const server = createServer((request, response) => response.end(process.env.STANDPOINT_DATA_DIR))
  server.listen(Number(process.env.PORT), () => console.log('A line first\\nStandpoint is at http://localhost:' + server.address().port))
  process.on('SIGINT', () => { console.log('closing'); server.close(() => process.exit(7)); server.closeAllConnections() })`,
)
const broken = join(folder, 'broken.mjs')
writeFileSync(broken, `console.error('PORT should be a whole number'); process.exit(1)`)

test('a server is ready at the address it prints, and keeps it after kill -9', async () => {
  await using server = await startServer({}, small)
  const before = server.url
  expect(await (await fetch(before)).text()).toBe(join(server.folder, 'data'))
  await server.kill()
  await expect(fetch(before)).rejects.toThrow()
  await server.start()
  expect(server.url).toBe(before)
  expect((await fetch(before)).status).toBe(200)
})

test('closing gives the exit code, and what was printed is kept', async () => {
  await using server = await startServer({}, small)
  expect(await server.close()).toBe(7)
  expect(server.output()).toContain('closing')
})

test('its folder goes at the end', async () => {
  const server = await startServer({}, small)
  await server[Symbol.asyncDispose]()
  expect(existsSync(server.folder)).toBe(false)
})

test('a server that cannot start fails with its own words', async () => {
  await expect(startServer({}, broken)).rejects.toThrow('PORT should be a whole number')
})
