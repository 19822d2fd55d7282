import { harmSignals } from './harm-signals.ts'
import { LEARNT } from './harm-weights.ts'

/** How many weights there are; every signal has one, and a few share one. A power of two. */
export const SLOTS = 1 << 15

/** Weights as they are kept: whole numbers from -127 to 127, as base64, and what one of them is worth. */
export interface Kept {
  unit: number
  bias: number
  weights: string
}

/** Where a signal's weight stands (FNV-1a). */
export function slotOf(signal: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < signal.length; i++) hash = Math.imul(hash ^ signal.charCodeAt(i), 0x01000193)
  return (hash ^ (hash >>> 15)) & (SLOTS - 1)
}

/** The slots of a message, each once. */
export const slotsOf = (message: string): number[] => [...new Set(harmSignals(message).map(slotOf))]

/** Judges by weights: above zero, it sounds more like telling of harm than not. */
export function judgeBy({ unit, bias, weights }: Kept): (message: string) => number {
  const table = new Int8Array(Buffer.from(weights, 'base64'))
  return (message) => {
    const slots = slotsOf(message)
    const sum = slots.reduce((all, slot) => all + (table[slot] ?? 0), 0)
    // A long message isn't as many times as sure as it has words.
    return bias + (unit * sum) / Math.sqrt(slots.length || 1)
  }
}

/** How much a message sounds like somebody telling of harm, by what was learnt from `content/harm`. Mostly -6 to 6. */
export const harmScore = judgeBy(LEARNT)
