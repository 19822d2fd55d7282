import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { dot, SIZE } from '../encoder/encode-sentence.ts'
import { asEncoded, encode } from '../encoder/encoder.ts'

/** Bytes of a text's hash that stand before its numbers. */
export const KEY = 8

/** What a text means, as numbers of length 1, 512 of our own encoder's: the higher the product of two texts', the nearer they are. */
export type Vector = Float32Array

export const keyOf = (text: string): string =>
  createHash('sha256')
    .update(asEncoded(text))
    .digest('hex')
    .slice(0, 2 * KEY)

/** Kept as whole numbers, the largest of them 127: a quarter of the room, and it ranks the same. */
export function rounded(vector: Vector): Int8Array {
  const most = vector.reduce((largest, value) => Math.max(largest, Math.abs(value)), 0)
  return Int8Array.from(vector, (value) => Math.round((127 * value) / most))
}

export function ofLengthOne(numbers: Int8Array): Vector {
  const vector = new Float32Array(numbers)
  const length = Math.sqrt(dot(vector, vector))
  for (const [i, value] of numbers.entries()) vector[i] = value / length
  return vector
}

/** The vectors of texts that are known beforehand, so that only a question is encoded when it is asked. */
export interface Vectors {
  /** Null where there is no encoder. A text whose vector isn't kept is encoded now. */
  of(text: string): Vector | null
  keeps(text: string): boolean
  count: number
}

/** Reads what `keepVectors` wrote. A file that isn't there keeps nothing. */
export function readVectors(file: string): Vectors {
  const bytes = existsSync(file) ? readFileSync(file) : Buffer.alloc(0)
  const placeOf = new Map<string, number>()
  for (let at = 0; at + KEY + SIZE <= bytes.length; at += KEY + SIZE)
    placeOf.set(bytes.toString('hex', at, at + KEY), at + KEY)
  return {
    count: placeOf.size,
    keeps: (text) => placeOf.has(keyOf(text)),
    of(text) {
      const place = placeOf.get(keyOf(text))
      if (place !== undefined) return ofLengthOne(new Int8Array(bytes.buffer, bytes.byteOffset + place, SIZE))
      return encode(text)
    },
  }
}

/** Encodes texts for `readVectors`: 10 ms each. Vectors that are kept already are taken over. */
export function keepVectors(file: string, texts: string[]): void {
  const before = readVectors(file)
  const wanted = new Map(texts.map((text) => [keyOf(text), text]))
  const entries = [...wanted].sort(([a], [b]) => (a < b ? -1 : 1))
  const parts = entries.flatMap(([key, text]) => {
    const vector = before.of(text)
    if (!vector) throw new Error('There is no encoder, so nothing can be encoded.')
    return [Buffer.from(key, 'hex'), Buffer.from(rounded(vector))]
  })
  writeFileSync(file, Buffer.concat(parts))
}
