import { checkModel } from '#tests/support/release-model/check-model.ts'
import type { Part } from './part.ts'

const RUNS = 5000

/** The promises against the product in generated courses. */
export const model: Part = async () => {
  const { runs, steps, batches, receipts, failure } = await checkModel(RUNS)
  const figures = failure ?? `${runs} runs, ${steps} steps, ${batches} batches, ${receipts} receipts, no difference`
  return { holds: failure === null, figures }
}
