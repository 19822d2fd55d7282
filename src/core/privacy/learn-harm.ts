import { ENLARGED, type Kept, type Learnt, SLOTS, slotsOf } from './harm-model.ts'

export interface Example {
  text: string
  /** What it means, as the encoder has it. */
  vector: Float32Array
  tells: boolean
}

/** One example as it is learnt from: which weights it has a part in, and how large a part. */
interface Row {
  slots: Int32Array
  parts: Float32Array | Float64Array
  tells: boolean
}

interface Learning {
  /** How many weights there are. */
  count: number
  rounds: number
  /** How far a weight may move in the first round. */
  step: number
  /** Holds weights near zero, so that no single one decides. */
  heldBack: number
}

const WORDS: Learning = { count: SLOTS, rounds: 120, step: 0.3, heldBack: 0.3 }
const MEANING: Learning = { count: 512, rounds: 120, step: 0.1, heldBack: 5 }

/** Learns weights for words and for meanings, each by themselves. The same examples give the same weights. */
export function learnHarm(examples: Example[]): Learnt {
  const every = Int32Array.from({ length: MEANING.count }, (_, i) => i)
  const ofWords = examples.map(({ text, tells }): Row => {
    const slots = Int32Array.from(slotsOf(text))
    return { slots, parts: new Float64Array(slots.length).fill(1 / Math.sqrt(slots.length || 1)), tells }
  })
  const ofMeaning = examples.map(
    ({ vector, tells }): Row => ({ slots: every, parts: vector.map((value) => value * ENLARGED), tells }),
  )
  return { words: learn(ofWords, WORDS), meaning: learn(ofMeaning, MEANING) }
}

/** Logistic regression, all rows at once, by Adam (Kingma & Ba 2015). */
function learn(rows: Row[], { count, rounds, step: first, heldBack }: Learning): Kept {
  // The last is the bias.
  const weights = new Float64Array(count + 1)
  const mean = new Float64Array(count + 1)
  const spread = new Float64Array(count + 1)
  const at = (list: ArrayLike<number>, i: number): number => list[i] as number
  for (let round = 1; round <= rounds; round++) {
    const slope = new Float64Array(count + 1)
    for (const { slots, parts, tells } of rows) {
      let sum = at(weights, count)
      for (let i = 0; i < slots.length; i++) sum += at(weights, at(slots, i)) * at(parts, i)
      const off = 1 / (1 + Math.exp(-sum)) - Number(tells)
      for (let i = 0; i < slots.length; i++) {
        const slot = at(slots, i)
        slope[slot] = at(slope, slot) + off * at(parts, i)
      }
      slope[count] = at(slope, count) + off
    }
    const step = first / Math.sqrt(1 + round / 50)
    for (let i = 0; i <= count; i++) {
      const down = (at(slope, i) + (i < count ? heldBack * at(weights, i) : 0)) / rows.length
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
  const table = weights.slice(0, -1)
  const unit = table.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0) / 127 || 1
  const small = Int8Array.from(table, (weight) => Math.round(weight / unit))
  return { unit, bias: weights.at(-1) as number, weights: Buffer.from(small.buffer).toString('base64') }
}
