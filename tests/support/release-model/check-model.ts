import { strictEqual } from 'node:assert/strict'
import fc from 'fast-check'
import { compare } from './compare.ts'
import { type Installation, openInstallation } from './installation.ts'
import { beginning, close, type Step, step } from './steps.ts'
import { END, newWorld, OLD_WORDING, PEOPLE, QUESTIONS, START } from './world.ts'

const MINUTE = 60_000
/** After so many runs a new installation, so that a tick doesn't look at ever more old courses. */
const RUNS_EACH = 250

export interface Checked {
  runs: number
  steps: number
  batches: number
  receipts: number
  /** The seed, the shrunk steps and what differed; null when all runs passed. */
  failure: string | null
}

/**
 * Lets generated people do generated things, and compares after each what trainers and learners see with what the
 * privacy model promises. Stops at the first difference with the shortest list of steps that shows it.
 */
export async function checkModel(runs: number, seed?: number): Promise<Checked> {
  const checked: Checked = { runs: 0, steps: 0, batches: 0, receipts: 0, failure: null }
  let installation: Installation | undefined
  const property = fc.asyncProperty(beginning, fc.array(step, { maxLength: 16, size: 'max' }), async (first, more) => {
    if (checked.runs++ % RUNS_EACH === 0) {
      await installation?.close()
      installation = await openWithOldWording()
    }
    await runOnce(installation as Installation, [...first, ...more], checked)
  })
  const result = await fc.check(property, { numRuns: runs, seed, endOnFailure: false })
  await installation?.close()
  if (result.failed) {
    const steps = (result.counterexample ?? []).flat().map(({ says }, i) => `  ${i + 1}. ${says}`)
    const why = result.errorInstance instanceof Error ? result.errorInstance.message : String(result.errorInstance)
    const after = `seed ${result.seed}, run ${result.numRuns}, shrunk ${result.numShrinks} times`
    checked.failure = [`The product differs from the promises (${after}):`, ...steps, why].join('\n')
  }
  return checked
}

async function openWithOldWording(): Promise<Installation> {
  const installation = await openInstallation(START)
  const question = installation.core.content.question(QUESTIONS[0]?.id ?? '')
  const asked = JSON.stringify({ ask: 'In the old words?', parts: question?.parts })
  const sql = 'insert into wording (question_id, hash, asked) values (?, ?, ?)'
  installation.alter(sql, question?.id ?? '', OLD_WORDING, asked)
  return installation
}

async function runOnce(installation: Installation, steps: Step[], checked: Checked): Promise<void> {
  const world = await newWorld(installation)
  let before = await compare(world, [])
  try {
    for (const [i, { run, who, ticks }] of steps.entries()) {
      installation.at(installation.now() + MINUTE)
      await run(world)
      // One of those who did something, or anybody: all of them would take too long.
      const after = await compare(world, [who[0] ?? (PEOPLE[i % PEOPLE.length] as string)])
      if (!ticks) strictEqual(after, before, 'a trainer’s view changed, and it was no tick')
      before = after
      checked.steps++
    }
  } finally {
    // Closes what is left of every course of this run, so that none comes due in the next, which starts at the start.
    installation.at(END)
    await close(world)
  }
  await compare(world, PEOPLE)
  for (const batches of world.reference.released.values()) checked.batches += batches.length
  for (const notebook of new Set(world.reference.notebooks.values()))
    for (const receipts of notebook.receipts.values()) checked.receipts += receipts.length
}
