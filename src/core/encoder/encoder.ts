import { createHash } from 'node:crypto'
import { type Log, logToStderr } from '../log.ts'
import { sentenceEncoder } from './encode-sentence.ts'
import { readWeights } from './read-weights.ts'

/** Gives for a text 512 numbers of length 1, near to those of texts that mean much the same. */
export type Encoder = (text: string) => Float32Array

let opened: Encoder | null | undefined
let last: { key: string; vector: Float32Array } | undefined

/** The encoder, read when it is first asked for: 0.1 s, 60 MB. Null where it can't be had, and then the log says so once. */
export function openEncoder(): Encoder | null {
  if (opened === undefined) opened = encoderFrom(logToStderr)
  return opened
}

/** What is encoded of a text: neither capitals nor the sign at its end, which some type and others don't. */
export const asEncoded = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s?!.]+$/, '')

/**
 * What a text means, as 512 numbers of length 1, or null where there is no encoder: 10 ms. A question is judged and then
 * ranked, so the last one's numbers are at hand; of its words only a hash is.
 */
export function encode(text: string): Float32Array | null {
  const encoder = openEncoder()
  if (!encoder) return null
  const asked = asEncoded(text)
  const key = createHash('sha256').update(asked).digest('base64')
  if (last?.key !== key) last = { key, vector: encoder(asked) }
  return last.vector
}

/**
 * The encoder from a folder of weights, or from the package that has them. Null where they can't be read, or where
 * WebAssembly can't multiply four numbers at a time.
 */
export function encoderFrom(log: Log, folder?: string): Encoder | null {
  try {
    return sentenceEncoder(readWeights(folder))
  } catch (error) {
    log('no encoder: questions are ranked by their words alone', { why: String(error).split('\n')[0] ?? '' })
    return null
  }
}
