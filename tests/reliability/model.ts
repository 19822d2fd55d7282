import { pathToFileURL } from 'node:url'
import { checkModel } from '#tests/support/release-model/check-model.ts'

const RUNS = 5000

/** The promises against the product in generated courses: prints how many, and gives whether none differed. */
export async function model(): Promise<boolean> {
  const { runs, steps, batches, receipts, failure } = await checkModel(RUNS)
  if (failure) console.log(failure)
  else console.log(`Model: ${runs} runs, ${steps} steps, ${batches} batches, ${receipts} receipts, no difference`)
  return failure === null
}

if (pathToFileURL(process.argv[1] ?? '').href === import.meta.url && !(await model())) process.exitCode = 1
