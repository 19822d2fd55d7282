import { SYSTEM } from '#core/actor.ts'
import { type Core, openCore } from '#core/app.ts'
import { readConfig } from '#core/config.ts'
import { AppError } from '#core/errors.ts'

const USAGE = `Says who may run courses on this machine.
  npm run trainer -- add me@example.org
  npm run trainer -- remove me@example.org
  npm run trainer -- list`

const [command, email, ...more] = process.argv.slice(2)

async function run(core: Core): Promise<string> {
  if (command === 'list') {
    const trainers = await core.listTrainers(SYSTEM, {})
    const line = (t: (typeof trainers)[number]) => `${t.address}${t.hasSignedIn ? '' : ' (has not signed in yet)'}`
    return trainers.map(line).join('\n') || 'Nobody may run courses here yet.'
  }
  if (command === 'remove') {
    const { address } = await core.removeTrainer(SYSTEM, { email: email ?? '' })
    return `${address} may not run courses any more. Their own notebook stays.`
  }
  const { address, isNew } = await core.addTrainer(SYSTEM, { email: email ?? '' })
  return isNew
    ? `${address} may run courses now. Sign in with that address, then open /trainer.`
    : `${address} could run courses already.`
}

const isUsed =
  command === 'list' ? email === undefined : ['add', 'remove'].includes(command ?? '') && email !== undefined
if (!isUsed || more.length) {
  console.error(USAGE)
  process.exit(2)
}
try {
  const core = await openCore(readConfig(), { say: (line) => console.error(line) })
  console.log(await run(core).finally(() => core.close()))
} catch (error) {
  const fields = error instanceof AppError ? Object.values(error.fields) : []
  console.error([fields.length ? fields.join('\n') : (error as Error).message, ''].join('\n').trim())
  process.exitCode = 1
}
