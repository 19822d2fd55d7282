/** The same numbers from 0 to 1 at every run (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

export interface Dice {
  pick<T>(from: readonly T[]): T
  /** A whole number from `low` to `high`, both included. */
  between(low: number, high: number): number
}

export function diceOf(seed: number): Dice {
  const random = seeded(seed)
  const between = (low: number, high: number) => low + Math.floor(random() * (high - low + 1))
  return { between, pick: (from) => from[between(0, from.length - 1)] as never }
}
