import { type Kept, SLOTS, slotsOf } from './harm-model.ts'

export interface Example {
  text: string
  tells: boolean
  /** How much it counts; 1 for most. */
  weight: number
}

const ROUNDS = 120
/** Holds weights near zero, so that no single word decides. */
const HELD_BACK = 0.3
const STEP = 0.3

/**
 * Learns weights from examples: logistic regression, all examples at once, by Adam (Kingma & Ba 2015). The same examples give
 * the same weights.
 */
export function learnHarm(examples: Example[]): Kept {
  const all = examples.map((example) => {
    const slots = Int32Array.from(slotsOf(example.text))
    return { ...example, slots, part: 1 / Math.sqrt(slots.length || 1) }
  })
  const total = all.reduce((sum, { weight }) => sum + weight, 0)
  // The last is the bias.
  const weights = new Float64Array(SLOTS + 1)
  const mean = new Float64Array(SLOTS + 1)
  const spread = new Float64Array(SLOTS + 1)
  const at = (list: Float64Array, i: number): number => list[i] as number
  for (let round = 1; round <= ROUNDS; round++) {
    const slope = new Float64Array(SLOTS + 1)
    for (const { slots, part, tells, weight } of all) {
      let sum = 0
      for (const slot of slots) sum += at(weights, slot)
      const off = weight * (1 / (1 + Math.exp(-sum * part - at(weights, SLOTS))) - Number(tells))
      for (const slot of slots) slope[slot] = at(slope, slot) + off * part
      slope[SLOTS] = at(slope, SLOTS) + off
    }
    const step = STEP / Math.sqrt(1 + round / 50)
    for (let i = 0; i <= SLOTS; i++) {
      const down = (at(slope, i) + (i < SLOTS ? HELD_BACK * at(weights, i) : 0)) / total
      const slow = 0.9 * at(mean, i) + 0.1 * down
      const wide = 0.999 * at(spread, i) + 0.001 * down * down
      mean[i] = slow
      spread[i] = wide
      weights[i] =
        at(weights, i) - (step * (slow / (1 - 0.9 ** round))) / (Math.sqrt(wide / (1 - 0.999 ** round)) + 1e-8)
    }
  }
  return keep(weights)
}

function keep(weights: Float64Array): Kept {
  const table = weights.slice(0, SLOTS)
  const unit = table.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0) / 127 || 1
  const small = Int8Array.from(table, (weight) => Math.round(weight / unit))
  return { unit, bias: weights[SLOTS] as number, weights: Buffer.from(small.buffer).toString('base64') }
}
