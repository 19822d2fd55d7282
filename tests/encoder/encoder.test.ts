import { expect, test } from 'vitest'
import { dot } from '#core/encoder/encode-sentence.ts'
import { type Encoder, encoderFrom, openEncoder } from '#core/encoder/encoder.ts'
import { openMatrices } from '#core/encoder/matrices.ts'
import { readWeights } from '#core/encoder/read-weights.ts'
import { cutter } from '#core/encoder/word-pieces.ts'

const encode = openEncoder() as Encoder

// What the program that these weights were published for gives: the pieces' numbers, and the first eight of 512.
test.each([
  [
    'how do I build trust?',
    [140, 64, 16, 1278, 1427, 54],
    [0.00731, -0.04777, 0.0173, -0.06001, 0.056, -0.00013, 0.05375, 0.04763],
  ],
  [
    'Дом ☂ — 5 café',
    [30, 0, 7948, 0, 30, 0, 405, 301, 976, 209, 1133],
    [0.0511, 0.01978, 0.0375, 0.04279, -0.05442, -0.02466, 0.01618, -0.06076],
  ],
  ['data protection', [913, 3822], [-0.05513, -0.05538, 0.04556, -0.04591, 0.02202, 0.02713, 0.02356, -0.05495]],
])('%s becomes the numbers that the encoder was published with', (text, pieces, numbers) => {
  expect(cutter(readWeights().pieces)(text)).toEqual(pieces)
  const encoded = encode(text)
  for (const [i, number] of numbers.entries()) expect(encoded[i]).toBeCloseTo(number, 4)
  expect(encoded).toHaveLength(512)
  expect(Math.hypot(...encoded)).toBeCloseTo(1, 5)
})

test('texts that mean much the same are nearer than texts that share words', () => {
  const near = (a: string, b: string) => dot(encode(a), encode(b))
  expect(near('nobody comes to our meetings', 'why do so few people turn up')).toBeGreaterThan(
    near('nobody comes to our meetings', 'meetings of two rivers'),
  )
})

test('a text of any length, and none at all, is encoded', () => {
  for (const text of ['', ' ', '?', 'word '.repeat(1000)]) expect(Math.hypot(...encode(text))).toBeCloseTo(1, 5)
})

test('a product is the same as multiplying one number after another', () => {
  const numbers = (count: number, of: number) => Float32Array.from({ length: count }, (_, i) => Math.sin(of * (i + 1)))
  const [rows, shared, columns] = [7, 12, 24]
  const { keep, apply } = openMatrices(2 * shared * columns, columns)
  keep(numbers(shared * columns, 5), numbers(columns, 6))
  const [x, weights, bias] = [numbers(rows * shared, 1), numbers(shared * columns, 2), numbers(columns, 3)]
  const product = apply(keep(weights, bias), x)
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) {
      let sum = bias[column] as number
      for (let i = 0; i < shared; i++)
        sum += (x[row * shared + i] as number) * (weights[i * columns + column] as number)
      expect(product[row * columns + column]).toBeCloseTo(sum, 4)
    }
})

test('without the weights there is no encoder, and the log says why', () => {
  const lines: string[] = []
  expect(encoderFrom((event, facts) => lines.push(`${event} ${facts?.why}`), '/nowhere')).toBeNull()
  expect(lines).toEqual([expect.stringMatching(/^no encoder: questions are ranked by their words alone .*ENOENT/)])
})
