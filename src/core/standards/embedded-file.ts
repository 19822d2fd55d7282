import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { KEY, keyOf, ofLengthOne, rounded, type Vector } from './vectors.ts'

/** The vectors of texts as one endpoint's model has them. */
export interface Embedded {
  model: string
  /** How many numbers each has. */
  size: number
  /** Null where a text's isn't kept. */
  of(text: string): Vector | null
}

/** Reads what `keepEmbedded` wrote; null where nothing that can be read is there. */
export function readEmbedded(file: string): Embedded | null {
  if (!existsSync(file)) return null
  const bytes = readFileSync(file)
  const end = bytes.indexOf(10)
  const head = headOf(bytes.toString('utf8', 0, Math.max(0, end)))
  if (!head || (bytes.length - end - 1) % (KEY + head.size) !== 0) return null
  const placeOf = new Map<string, number>()
  for (let at = end + 1; at < bytes.length; at += KEY + head.size)
    placeOf.set(bytes.toString('hex', at, at + KEY), at + KEY)
  return {
    ...head,
    of(text) {
      const place = placeOf.get(keyOf(text))
      return place === undefined ? null : ofLengthOne(new Int8Array(bytes.buffer, bytes.byteOffset + place, head.size))
    },
  }
}

function headOf(line: string): { model: string; size: number } | null {
  try {
    const { model, size } = JSON.parse(line)
    return typeof model === 'string' && Number.isInteger(size) && size > 0 ? { model, size } : null
  } catch {
    return null
  }
}

/** Writes a line with the model and the size, and after it each text's hash and its numbers, as whole ones up to 127. */
export function keepEmbedded(file: string, model: string, vectors: Map<string, Vector>): void {
  const size = vectors.values().next().value?.length ?? 0
  const parts = [...vectors].flatMap(([text, vector]) => [
    Buffer.from(keyOf(text), 'hex'),
    Buffer.from(rounded(vector)),
  ])
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(`${file}.new`, Buffer.concat([Buffer.from(`${JSON.stringify({ model, size })}\n`), ...parts]))
  renameSync(`${file}.new`, file)
}
