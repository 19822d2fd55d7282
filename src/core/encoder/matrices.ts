import { COLUMNS, matrixProduct, ROWS } from './matrix-product.ts'

const PAGE = 65536
const FLOAT = 4

/** A matrix of weights with its bias, kept where WebAssembly reads it. */
export interface Layer {
  at: number
  rows: number
  columns: number
  bias: Float32Array
}

/** Room for `count` weights, and the product of texts' numbers with them. Columns come in eights. */
export function openMatrices(count: number, widest: number) {
  const room = 2 * ROWS * widest
  const memory = new WebAssembly.Memory({ initial: Math.ceil(((room + count) * FLOAT) / PAGE) })
  const numbers = new Float32Array(memory.buffer)
  const product = matrixProduct(memory)
  const result = ROWS * widest
  let free = room

  /** Keeps a matrix whose numbers stand row by row, in stripes of eight columns. */
  function keep(weights: Float32Array, bias: Float32Array): Layer {
    const columns = bias.length
    const rows = weights.length / columns
    const at = free
    for (let stripe = 0; stripe < columns; stripe += COLUMNS)
      for (let row = 0; row < rows; row++) {
        numbers.set(weights.subarray(row * columns + stripe, row * columns + stripe + COLUMNS), free)
        free += COLUMNS
      }
    return { at, rows, columns, bias }
  }

  /** Every row of `x`, row by row, times the weights, plus the bias. */
  function apply({ at, rows, columns, bias }: Layer, x: Float32Array): Float32Array<ArrayBuffer> {
    const count = x.length / rows
    const y = new Float32Array(count * columns)
    for (let first = 0; first < count; first += ROWS) {
      for (let row = 0; row < ROWS; row++)
        for (let i = 0; i < rows; i++)
          numbers[i * ROWS + row] = first + row < count ? (x[(first + row) * rows + i] as number) : 0
      product(0, at * FLOAT, result * FLOAT, rows, columns)
      for (let row = 0; row < ROWS && first + row < count; row++)
        for (let i = 0; i < columns; i++)
          y[(first + row) * columns + i] = (numbers[result + row * columns + i] as number) + (bias[i] as number)
    }
    return y
  }
  return { keep, apply }
}
