import { type Layer, openMatrices } from './matrices.ts'
import type { Weights } from './read-weights.ts'
import { cutter } from './word-pieces.ts'

/** How many numbers a sentence becomes. */
export const SIZE = 512
/** How many numbers a piece of a word begins with, and the widest layer. */
const PIECE = 256
const WIDEST = 1536
const HEADS = 4
/** Pieces of a longer text that are read; the rest is left out. */
const LONGEST = 128
/** Numbers in all the matrices together. */
const COUNT = 4_915_200

interface Block {
  width: number
  norm: { scale: Float32Array; bias: Float32Array }
  attention: Layer
  output: Layer
  forwardNorm: { scale: Float32Array; bias: Float32Array }
  widen: Layer
  narrow: Layer
}

/**
 * The Universal Sentence Encoder, lite: a transformer of two blocks (Cer and others, 2018). Gives for a text 512 numbers of
 * length 1; the nearer two texts are in meaning, the higher the product of theirs.
 */
export function sentenceEncoder({ pieces, weight }: Weights): (text: string) => Float32Array {
  const { keep, apply } = openMatrices(COUNT, WIDEST)
  const cut = cutter(pieces)
  const start = weight('Embeddings_en')
  const speeds = weight('TimingSignal/ExpandDims_1')
  const adjust = keep(weight('Layer_0/TransformerLayer/dense/kernel'), weight('Layer_0/TransformerLayer/dense/bias'))
  const last = keep(weight('tanh_layer_0/weights'), weight('tanh_layer_0/bias'))
  const blocks = [block(0, PIECE), block(1, SIZE)]

  function block(number: number, width: number): Block {
    const own = `Encode/Layer_${number}/TransformerLayer/`
    const folded = `Layer_${number}/TransformerLayer/FFN/`
    const norm = (part: string) => ({
      scale: weight(`${own}${part}layer_prepostprocess`, 'norm_scale'),
      bias: weight(`${own}${part}layer_prepostprocess`, 'norm_bias'),
    })
    return {
      width,
      norm: norm(''),
      attention: keep(weight(`${own}Multi`, 'qkv', 'kernel'), weight(`${own}Multi`, 'qkv', 'bias')),
      output: keep(weight(`${own}Multi`, 'output', 'kernel'), weight(`${own}Multi`, 'output', 'bias')),
      forwardNorm: norm('FFN/'),
      widen: keep(weight(`${folded}conv1/Tensordot/Reshape_1`), weight(`${own}FFN/conv1/bias`)),
      narrow: keep(weight(`${folded}conv2/Tensordot/Reshape_1`), weight(`${own}FFN/conv2/bias`)),
    }
  }

  /** Each piece's numbers, twice as they are known, with a wave that tells its place. */
  function begin(numbers: number[]): Float32Array {
    const x = new Float32Array(numbers.length * PIECE)
    const half = PIECE / 2
    for (const [place, piece] of numbers.entries())
      for (let i = 0; i < half; i++) {
        const turn = place * (speeds[i] as number)
        x[place * PIECE + i] = 2 * (start[piece * PIECE + i] as number) + Math.sin(turn)
        x[place * PIECE + half + i] = 2 * (start[piece * PIECE + half + i] as number) + Math.cos(turn)
      }
    return x
  }

  function run(x: Float32Array, beside: Float32Array, part: Block): Float32Array {
    const looked = attend(apply(part.attention, normalised(x, part.norm)), part.width)
    const seen = added(apply(part.output, looked), beside)
    const wide = apply(part.widen, normalised(seen, part.forwardNorm)).map((value) => Math.max(0, value))
    return added(apply(part.narrow, wide), seen)
  }

  return (text) => {
    const numbers = cut(text).slice(0, LONGEST)
    const x = begin(numbers)
    const first = run(x, apply(adjust, x), blocks[0] as Block)
    const second = run(first, first, blocks[1] as Block)
    const mean = new Float32Array(SIZE)
    for (const [i, value] of second.entries()) mean[i % SIZE] = (mean[i % SIZE] as number) + value / numbers.length
    const all = apply(last, mean).map(Math.tanh)
    const length = Math.hypot(...all)
    return all.map((value) => value / length)
  }
}

const added = (x: Float32Array, y: Float32Array): Float32Array => x.map((value, i) => value + (y[i] as number))

/** Each row shifted and stretched to mean 0 and variance 1, then scaled as was learnt. */
function normalised(x: Float32Array, { scale, bias }: Block['norm']): Float32Array {
  const width = scale.length
  const y = new Float32Array(x.length)
  for (let from = 0; from < x.length; from += width) {
    const row = x.subarray(from, from + width)
    let mean = 0
    for (const value of row) mean += value / width
    let variance = 0
    for (const value of row) variance += (value - mean) ** 2 / width
    const stretch = 1 / Math.sqrt(variance + 1e-6)
    for (let i = 0; i < width; i++)
      y[from + i] = ((row[i] as number) - mean) * stretch * (scale[i] as number) + (bias[i] as number)
  }
  return y
}

/** Every piece looks at every other, in four ways. A row has what it seeks, what it offers and what it gives, side by side. */
function attend(x: Float32Array, width: number): Float32Array {
  const count = x.length / (3 * width)
  const size = width / HEADS
  const y = new Float32Array(count * width)
  const part = (row: number, third: number, head: number) => {
    const from = row * 3 * width + third * width + head * size
    return x.subarray(from, from + size)
  }
  for (let head = 0; head < HEADS; head++)
    for (let row = 0; row < count; row++) {
      const seeks = part(row, 0, head)
      const fits = Array.from({ length: count }, (_, i) => dot(seeks, part(i, 1, head)) / Math.sqrt(size))
      const most = Math.max(...fits)
      const shares = fits.map((fit) => Math.exp(fit - most))
      const whole = shares.reduce((a, b) => a + b, 0)
      const out = y.subarray(row * width + head * size, row * width + (head + 1) * size)
      for (const [i, share] of shares.entries()) {
        const gives = part(i, 2, head)
        for (let n = 0; n < size; n++) out[n] = (out[n] as number) + ((gives[n] as number) * share) / whole
      }
    }
  return y
}

/** The product of two rows of as many numbers: four sums at a time are twice as quick as one. */
export function dot(a: Float32Array, b: Float32Array): number {
  let [first, second, third, fourth] = [0, 0, 0, 0]
  const fours = a.length - (a.length % 4)
  for (let i = fours; i < a.length; i++) first += (a[i] as number) * (b[i] as number)
  for (let i = 0; i < fours; i += 4) {
    first += (a[i] as number) * (b[i] as number)
    second += (a[i + 1] as number) * (b[i + 1] as number)
    third += (a[i + 2] as number) * (b[i + 2] as number)
    fourth += (a[i + 3] as number) * (b[i + 3] as number)
  }
  return first + second + third + fourth
}
