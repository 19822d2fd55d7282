import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { temporaryFolder } from './databases.ts'

const COMMANDS = fileURLToPath(new URL('../../src/cli/', import.meta.url))
const folder = temporaryFolder()

/** A checkout with our commands, one package in its lock, and an npm that notes how it is called. */
function checkout(npm = '') {
  const root = mkdtempSync(join(folder, 'checkout-'))
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }
  for (const name of ['set-up.mjs', 'run.mjs', 'build.mjs']) cpSync(COMMANDS + name, join(root, 'src/cli', name))
  const { version } = process
  write('package.json', JSON.stringify({ allowScripts: { node: true, other: false } }))
  write(
    'package-lock.json',
    JSON.stringify({ packages: { '': {}, 'node_modules/node': { version: version.slice(1) } } }),
  )
  write(
    'npm-cli.js',
    `const fs = require('fs'); fs.appendFileSync('npm.log', process.argv.slice(2).join(' ') + '\\n'); ${npm}`,
  )
  const run = (file: string) =>
    new Promise<{ code: number; said: string; npm: string }>((resolve) => {
      const env = { ...process.env, npm_execpath: join(root, 'npm-cli.js') }
      const child = execFile(process.execPath, [file], { cwd: root, env }, (_error, stdout, stderr) => {
        const log = join(root, 'npm.log')
        resolve({
          code: child.exitCode as number,
          said: stdout + stderr,
          npm: existsSync(log) ? readFileSync(log, 'utf8') : '',
        })
      })
    })
  const bringNode = () => {
    write('node_modules/.package-lock.json', readFileSync(join(root, 'package-lock.json'), 'utf8'))
    mkdirSync(join(root, 'node_modules/node/bin'), { recursive: true })
    symlinkSync(process.execPath, join(root, 'node_modules/node/bin/node'))
  }
  return { root, write, run, bringNode }
}

const INSTALLS = `if (process.argv[2] === 'ci') {
  for (const name of ['node/bin', 'other']) fs.mkdirSync('node_modules/' + name, { recursive: true })
  fs.copyFileSync('package-lock.json', 'node_modules/.package-lock.json')
} else fs.symlinkSync(${JSON.stringify(process.execPath)}, 'node_modules/node/bin/node')`

test('set-up installs from the lock, runs only the install scripts that are allowed, and is quiet the second time', async () => {
  const { run } = checkout(INSTALLS)
  const first = await run('src/cli/set-up.mjs')
  expect(first.code).toBe(0)
  const [install, scripts] = first.npm.trim().split('\n')
  expect(install).toMatch(/^ci --ignore-scripts /)
  expect(scripts).toMatch(/^rebuild --ignore-scripts=false .* node$/)
  const second = await run('src/cli/set-up.mjs')
  expect(second).toEqual({ code: 0, said: '', npm: first.npm })
})

test('a changed lock is installed again', async () => {
  const { run, write } = checkout(
    INSTALLS.replace('fs.symlinkSync', 'fs.existsSync("node_modules/node/bin/node") || fs.symlinkSync'),
  )
  await run('src/cli/set-up.mjs')
  write('package-lock.json', JSON.stringify({ packages: { '': {}, 'node_modules/node': { version: '99.0.0' } } }))
  expect((await run('src/cli/set-up.mjs')).npm.match(/^ci /gm)).toHaveLength(2)
})

test('an install script that did not run is named, with the command that mends it', async () => {
  const { run } = checkout(INSTALLS.replace('} else', '} else if (false)'))
  const { code, said } = await run('src/cli/set-up.mjs')
  expect(code).toBe(1)
  expect(said).toContain('npm rebuild --ignore-scripts=false --foreground-scripts node')
  expect(said).not.toContain('    at ')
})

test('an install that fails stops with a message', async () => {
  const { code, said } = await checkout('process.exit(1)').run('src/cli/set-up.mjs')
  expect(code).toBe(1)
  expect(said).toContain('could not be installed')
})

const BUILDER = `import { buildIfStale } from './src/cli/build.mjs'
import { main } from './src/cli/set-up.mjs'
await main(buildIfStale)`

/** A checkout whose build notes each run. */
function buildable() {
  const checkedOut = checkout()
  const { write, bringNode, root } = checkedOut
  bringNode()
  write('build.mjs', BUILDER)
  write('content/chapter.mdx', 'Words.')
  write('astro.config.mjs', '')
  write(
    'node_modules/astro/bin/astro.mjs',
    `import fs from 'node:fs'\nfs.mkdirSync('dist', { recursive: true })\nfs.appendFileSync('built.log', 'astro ')`,
  )
  write('src/cli/finish-build.ts', `import fs from 'node:fs'\nfs.appendFileSync('built.log', 'finish ')`)
  const built = () => readFileSync(join(root, 'built.log'), 'utf8').trim()
  return { ...checkedOut, built }
}

test('the pages are built once, and again when their words change', async () => {
  const { run, write, built } = buildable()
  await run('build.mjs')
  await run('build.mjs')
  expect(built()).toBe('astro finish')
  write('content/chapter.mdx', 'Other words.')
  await run('build.mjs')
  expect(built()).toBe('astro finish astro finish')
})

test('a build that fails stops with a message and is tried again', async () => {
  const { run, write, built } = buildable()
  write('src/cli/finish-build.ts', `console.error('a page is broken')\nprocess.exit(3)`)
  const { code, said } = await run('build.mjs')
  expect(code).toBe(1)
  expect(said).toContain('a page is broken')
  await run('build.mjs')
  expect(built()).toBe('astro astro')
})

/** A server that counts the signals it gets, and ends with code 7 when it is told to. */
const COUNTER = `import { createServer } from 'node:http'
let signals = 0
for (const name of ['SIGINT', 'SIGTERM']) process.on(name, () => console.log(name, ++signals))
const server = createServer((request, response) => { response.end(String(signals)); server.close(() => process.exit(7)); server.closeAllConnections() })
server.listen(0, '127.0.0.1', () => console.log(server.address().port))`

test.each(['SIGINT', 'SIGTERM'] as const)(
  '%s reaches the program once, and its exit code comes back',
  async (signal) => {
    const { root, write, bringNode } = checkout()
    bringNode()
    write('counter.mjs', COUNTER)
    write('go.mjs', `import { run } from './src/cli/run.mjs'\nprocess.exit(await run(['counter.mjs']))`)
    const child = spawn(process.execPath, ['go.mjs'], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'inherit'],
      detached: true,
    })
    const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
    const port = (await lines.next()).value
    // As a terminal's Ctrl-C does: to the whole group; then once more, as npm passes it on.
    process.kill(-child.pid!, signal)
    expect((await lines.next()).value).toBe(`${signal} 1`)
    process.kill(child.pid!, signal)
    expect(await (await fetch(`http://127.0.0.1:${port}`)).text()).toBe('1')
    const [code] = child.exitCode === null ? await once(child, 'exit') : [child.exitCode]
    expect(code).toBe(7)
  },
)
