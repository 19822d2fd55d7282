// Runs a command of this checkout under the Node it brings along, after installing what is missing:
//   node src/cli/run.mjs src/cli/ask.ts "question"
import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import { environment, isCommand, main, NODE, ROOT, Stop, setUp } from './set-up.mjs'

/** Runs Node with these arguments and gives its exit code. */
export async function run(args) {
  const windows = process.platform === 'win32'
  // A group of its own: a terminal's Ctrl-C reaches only this process, which passes it on once.
  const child = spawn(NODE, args, {
    cwd: ROOT,
    stdio: 'inherit',
    detached: !windows,
    env: environment(),
  })
  let asked = false
  const passOn = (signal) => {
    if (!asked && !windows) child.kill(signal === 'SIGHUP' ? 'SIGTERM' : signal)
    asked = true
  }
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP']
  for (const signal of signals) process.on(signal, passOn)
  const [code, signal] = await new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (...end) => resolve(end))
  })
  for (const name of signals) process.off(name, passOn)
  return signal ? 128 + constants.signals[signal] : code
}

/** As `run`, for a step that has to succeed before the next one. */
export async function must(args, complaint) {
  const code = await run(args)
  if (code !== 0) throw new Stop(code > 128 ? 'Stopped.' : complaint)
}

if (isCommand(import.meta.url))
  await main(() => {
    setUp()
    return run(process.argv.slice(2))
  })
