import { encode } from '../encoder/encoder.ts'
import { harmSignals } from './harm-signals.ts'
import { LEARNT } from './harm-weights.ts'

/** How many weights there are for words; every signal has one, and a few share one. A power of two. */
export const SLOTS = 1 << 15
/** The numbers that a meaning has are about 0.04 each: so many times as large they are learnt as quickly as words are. */
export const ENLARGED = 10

/** Weights as they are kept: whole numbers from -127 to 127, as base64, and what one of them is worth. */
export interface Kept {
  unit: number
  bias: number
  weights: string
}

/** What was learnt of a message's words, and of its meaning as the encoder has it. */
export interface Learnt {
  words: Kept
  meaning: Kept
}

/** How much a message sounds like somebody telling of harm, mostly -6 to 6; without an encoder, by its words alone. */
export interface HarmScore {
  score: number
  byWordsAlone: boolean
}

/** Where a signal's weight stands (FNV-1a). */
function slotOf(signal: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < signal.length; i++) hash = Math.imul(hash ^ signal.charCodeAt(i), 0x01000193)
  return (hash ^ (hash >>> 15)) & (SLOTS - 1)
}

/** The slots of a message, each once. */
export const slotsOf = (message: string): number[] => [...new Set(harmSignals(message).map(slotOf))]

const tableOf = ({ weights }: Kept) => new Int8Array(Buffer.from(weights, 'base64'))

/** Judges by weights: the mean of what a message's words and its meaning say. Above zero, it sounds more like telling than not. */
export function judgeBy({ words, meaning }: Learnt): (message: string, vector: Float32Array | null) => HarmScore {
  const [ofWords, ofMeaning] = [tableOf(words), tableOf(meaning)]
  return (message, vector) => {
    const slots = slotsOf(message)
    const sum = slots.reduce((all, slot) => all + (ofWords[slot] ?? 0), 0)
    // A long message isn't as many times as sure as it has words.
    const byWords = words.bias + (words.unit * sum) / Math.sqrt(slots.length || 1)
    if (!vector) return { score: byWords, byWordsAlone: true }
    const product = vector.reduce((all, value, i) => all + value * (ofMeaning[i] ?? 0), 0)
    return { score: (byWords + meaning.bias + meaning.unit * ENLARGED * product) / 2, byWordsAlone: false }
  }
}

const judge = judgeBy(LEARNT)

/** Judges a message by what was learnt from `content/harm`. */
export const harmScore = (message: string): HarmScore => judge(message, encode(message))
