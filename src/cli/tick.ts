import { parseArgs } from 'node:util'
import { z } from 'zod'
import { SYSTEM } from '#core/actor.ts'
import { openCore } from '#core/app.ts'
import { readConfig } from '#core/config.ts'

const USAGE = `Closes the batches that are due, as the server's own clock does every minute.
  npm run -s tick                              what is due now
  npm run -s tick -- --at 2026-03-02T03:00:00Z what is due by that time`

const many = (count: number, one: string, more: string) => `${count} ${count === 1 ? one : more}`

function readAt(): number | undefined {
  const { values } = parseArgs({ options: { at: { type: 'string' } } })
  if (values.at === undefined) return undefined
  if (!z.iso.datetime({ offset: true }).safeParse(values.at).success)
    throw new Error(`--at takes a time such as 2026-03-02T03:00:00Z or 2026-07-02T03:00:00+01:00.`)
  return Date.parse(values.at)
}

let at: number | undefined
try {
  at = readAt()
} catch (error) {
  console.error(`${(error as Error).message}\n\n${USAGE}`)
  process.exit(2)
}
try {
  const core = await openCore(readConfig(), { say: (line) => console.error(line) })
  const { cohorts, failed } = await core.closeBatches(SYSTEM, { at }).finally(() => core.close())
  // Not how many batches: where one cohort was due, that would tell whether enough people had answered.
  console.log(`Looked at ${many(cohorts, 'cohort', 'cohorts')}.`)
  if (failed) {
    console.error(`${many(failed, 'cohort', 'cohorts')} could not be closed, and will be tried again at the next tick.`)
    process.exitCode = 1
  }
} catch (error) {
  console.error((error as Error).message)
  process.exitCode = 1
}
