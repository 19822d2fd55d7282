// npm run reliability: what takes too long for npm test. One part alone: -- --only kill. After a break: -- --resume.
import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { crowdPart } from './crowd.ts'
import { bytes } from './every-byte.ts'
import { hooks } from './hostile-hooks.ts'
import { kill } from './kill.ts'
import { ledger } from './ledger.ts'
import { model } from './model.ts'
import type { Part } from './part.ts'
import { polling } from './polling.ts'
import { simulation } from './simulation.ts'
import { tick } from './tick.ts'

const PARTS: Record<string, Part> = { bytes, crowd: crowdPart, hooks, kill, ledger, polling, model, simulation, tick }

const PASSED = join(tmpdir(), 'standpoint-reliability.json')

/** The commit, if nothing was changed since: only then can it be said of anything that it has passed. */
function commit(): string | null {
  const git = (...args: string[]) =>
    execFileSync('git', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
  try {
    return git('status', '--porcelain') === '' ? git('rev-parse', 'HEAD').trim() : null
  } catch {
    return null
  }
}

function passedBefore(at: string | null): string[] {
  try {
    const kept = JSON.parse(readFileSync(PASSED, 'utf8')) as { commit: string; passed: string[] }
    return at !== null && kept.commit === at ? kept.passed : []
  } catch {
    return []
  }
}

const { values } = parseArgs({ options: { only: { type: 'string' }, resume: { type: 'boolean' } } })
const { only, resume = false } = values
if (only !== undefined && !(only in PARTS)) {
  process.stderr.write(`There is no part “${only}”. There are: ${Object.keys(PARTS).join(', ')}.\n`)
  process.exit(2)
}
const at = commit()
const passed = new Set(passedBefore(at))
for (const [name, part] of Object.entries(PARTS)) {
  if (only !== undefined && name !== only) continue
  if (resume && passed.has(name)) {
    process.stdout.write(`${name}: passed before at this commit\n`)
    continue
  }
  const { holds, figures } = await part()
  process.stdout.write(`${name}: ${holds ? 'holds' : 'DOES NOT HOLD'}\n${figures.replace(/^/gm, '  ')}\n`)
  if (holds) passed.add(name)
  else process.exitCode = 1
  if (at !== null) writeFileSync(PASSED, JSON.stringify({ commit: at, passed: [...passed] }))
}
