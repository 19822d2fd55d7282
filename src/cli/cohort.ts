import { SYSTEM } from '#core/actor.ts'
import { type Core, openCore } from '#core/app.ts'
import type { Demand } from '#core/cohorts/demand.ts'
import { readConfig } from '#core/config.ts'
import { AppError } from '#core/errors.ts'

const USAGE = `Says which sign-in a course on this machine demands of those who are counted in it.
  npm run cohort -- list
  npm run cohort -- demand amber-kettle-otter-42 example.org   an e-mail address at example.org
  npm run cohort -- demand amber-kettle-otter-42 T024BE7LD     an account of this Slack workspace
  npm run cohort -- demand amber-kettle-otter-42 none          any sign-in`

const [command, code, demand, ...more] = process.argv.slice(2)

const wordsOf = (asked: Demand | null): string => {
  if (asked === null) return 'any sign-in'
  return asked.kind === 'email' ? `an e-mail address at ${asked.of}` : `an account of the Slack workspace ${asked.of}`
}

async function run(core: Core): Promise<string> {
  if (command === 'list') {
    const cohorts = await core.listCohorts(SYSTEM, {})
    const line = (c: (typeof cohorts)[number]) =>
      `${c.joinCode}  ${c.name}${c.ended ? ' (has ended)' : ''}: ${wordsOf(c.demand)}`
    return cohorts.map(line).join('\n') || 'There is no course here yet.'
  }
  const set = await core.demandSignIn(SYSTEM, { code: code ?? '', demand: demand ?? '' })
  return `From the next time pictures are made, ${wordsOf(set.demand)} counts in ${set.name}. Learners see this on its page.`
}

const isUsed =
  command === 'list' ? code === undefined : command === 'demand' && code !== undefined && demand !== undefined
if (!isUsed || more.length) {
  console.error(USAGE)
  process.exit(2)
}
try {
  const core = await openCore(readConfig(), { say: (line) => console.error(line) })
  console.log(await run(core).finally(() => core.close()))
} catch (error) {
  const fields = error instanceof AppError ? Object.values(error.fields) : []
  console.error(fields.length ? fields.join('\n') : (error as Error).message)
  process.exitCode = 1
}
