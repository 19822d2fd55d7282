import { type Log, logToStderr } from '../log.ts'
import { sentenceEncoder } from './encode-sentence.ts'
import { readWeights } from './read-weights.ts'

/** Gives for a text 512 numbers of length 1, near to those of texts that mean much the same. */
export type Encoder = (text: string) => Float32Array

let opened: Encoder | null | undefined

/** The encoder, read when it is first asked for: 0.1 s, 60 MB. Null where it can't be had, and then the log says so once. */
export function openEncoder(): Encoder | null {
  if (opened === undefined) opened = encoderFrom(logToStderr)
  return opened
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
