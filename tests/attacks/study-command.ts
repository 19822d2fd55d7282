import { execFile } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { contentsOf } from '#tests/support/study.ts'
import type { Place } from './group.ts'

const run = promisify(execFile)

/** Where an installation's exports go: beside its data, so that worlds have their own. */
const exportsOf = ({ config }: Place) => join(config.dataDir, '..', 'exports')

/** `npm run study -- …`, as an operator types it, beside a running server. Gives all that it prints and its exit code. */
export async function study(place: Place, ...args: string[]): Promise<string> {
  const { config } = place
  const env = {
    PATH: process.env.PATH,
    STANDPOINT_DATA_DIR: config.dataDir,
    STANDPOINT_SECRET_FILE: config.secretFile,
    STANDPOINT_TEST_CLOCK: config.testClock ?? '',
  }
  const done = await run(process.execPath, ['src/cli/study.ts', ...args], { env }).catch(
    (error: { code: number; stdout: string; stderr: string }) => ({ ...error, code: error.code }),
  )
  const code = 'code' in done ? done.code : 0
  return `${done.stdout}${done.stderr}exit ${code}`.replaceAll(exportsOf(place), 'EXPORTS')
}

/** Exports a study, and gives what was printed. */
export function exportStudy(place: Place, id: string): Promise<string> {
  mkdirSync(exportsOf(place), { recursive: true })
  return study(place, 'export', id, '--to', exportsOf(place))
}

/** Everything that was ever exported, by path. */
export function everyExport(place: Place): Record<string, string> {
  mkdirSync(exportsOf(place), { recursive: true })
  return contentsOf(exportsOf(place))
}
