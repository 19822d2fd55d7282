// npm run mutation: changes src/core/release and src/core/insights a little in every place, and looks whether a test
// notices. `npm run mutation -- src/core/release/bands.ts` changes some files only; --incremental reuses the last run.
import { readFileSync } from 'node:fs'
import { relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { Stryker } from '@stryker-mutator/core'
import { differences, listed, survivorOf } from './survivors.ts'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
const LIST = 'docs/mutation-survivors.md'
/** Of all changes that tests could notice, so many of a hundred have to be noticed. */
const GOAL = 95

const { values, positionals } = parseArgs({ allowPositionals: true, options: { incremental: { type: 'boolean' } } })

const mutants = await new Stryker({
  testRunner: 'vitest',
  plugins: ['@stryker-mutator/vitest-runner'],
  vitest: { configFile: 'tests/mutation/vitest.config.ts', related: false },
  mutate: positionals.length ? positionals : ['src/core/release/**/*.ts', 'src/core/insights/**/*.ts'],
  ignorePatterns: ['/dist', '/data', '/docs', '/public', '/.astro'],
  tempDirName: 'tmp/mutation',
  incremental: values.incremental === true,
  incrementalFile: 'tmp/mutation.json',
  reporters: ['progress-append-only'],
  // Long, so that a busy machine isn't taken for a change that never ends.
  timeoutMS: 60_000,
  allowConsoleColors: false,
}).runMutationTest()

const STATUSES = ['Killed', 'Timeout', 'Survived', 'NoCoverage', 'RuntimeError', 'CompileError', 'Ignored'] as const
const HEADINGS = ['killed', 'timed out', 'survived', 'not run', 'errors', '', 'left out']
const byFile = Map.groupBy(mutants, ({ fileName }) => relative(ROOT, fileName))

function counted(of: typeof mutants) {
  const counts = STATUSES.map((status) => of.filter((mutant) => mutant.status === status).length)
  const [killed = 0, timedOut = 0, survived = 0, notRun = 0, runtime = 0, compile = 0, ignored = 0] = counts
  const noticed = killed + timedOut
  const score = (100 * noticed) / (noticed + survived + notRun || 1)
  return { score, columns: [killed, timedOut, survived, notRun, runtime + compile, ignored], survived, notRun, ignored }
}

const width = Math.max(...[...byFile.keys()].map((file) => file.length))
const print = (name: string, columns: unknown[]) =>
  console.log(name.padEnd(width), ...columns.map((column) => String(column).padStart(9)))
const row = (name: string, of: typeof mutants) => print(name, [...counted(of).columns, counted(of).score.toFixed(1)])

print('', [...HEADINGS.filter(Boolean), 'score, %'])
for (const [file, of] of [...byFile].sort()) row(file, of)
row('all', mutants)

const survivors = mutants
  .filter(({ status }) => status === 'Survived' || status === 'NoCoverage')
  .map(({ fileName, location: { start, end }, replacement }) =>
    survivorOf(relative(ROOT, fileName), readFileSync(fileName, 'utf8'), start, end, replacement),
  )
const page = listed(readFileSync(ROOT + LIST, 'utf8')).filter(({ file }) => byFile.has(file))
const { unlisted, killed } = differences(survivors, page)
for (const text of unlisted) console.log(`\nSurvived, and isn't in ${LIST}:\n\n${text}`)
for (const text of killed) console.log(`\nStands in ${LIST}, and doesn't survive any more:\n\n${text}`)

const { score, ignored } = counted(mutants)
if (score < GOAL) console.log(`Fewer than ${GOAL}% were noticed.`)
if (ignored > 0) console.log('Something in the code keeps changes out; nothing may.')
process.exitCode = score < GOAL || ignored > 0 || unlisted.length + killed.length > 0 ? 1 : 0
