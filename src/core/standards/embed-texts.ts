import type { OpenAI } from 'openai'
import type { Vector } from './vectors.ts'

/** An endpoint's reply that holds no vectors, or others than were asked for. Never what it wrote. */
class NoVectors extends Error {}

/**
 * The vectors of some texts from an endpoint, each of length 1. Throws what the client throws, and `NoVectors` for anything but
 * one list of as many finite numbers for each text, not all of them nought.
 */
export async function embedTexts(
  client: OpenAI,
  model: string,
  texts: string[],
  { signal, size }: { signal?: AbortSignal; size?: number } = {},
): Promise<Vector[]> {
  const reply: unknown = await client.embeddings.create(
    // The library would ask for base64, which not every endpoint speaks.
    { model, input: texts, encoding_format: 'float' },
    signal ? { signal } : {},
  )
  const data = (reply as { data?: unknown } | null)?.data
  if (!Array.isArray(data) || data.length !== texts.length) throw new NoVectors('A vector for each text is expected.')
  const inOrder = data.toSorted((a, b) => (a?.index ?? 0) - (b?.index ?? 0))
  const vectors = inOrder.map((one) => ofLengthOne(one?.embedding))
  const expected = size ?? vectors[0]?.length
  if (vectors.some((vector) => vector.length !== expected)) throw new NoVectors('Vectors of one length are expected.')
  return vectors
}

function ofLengthOne(numbers: unknown): Vector {
  if (!Array.isArray(numbers) || !numbers.every((value) => Number.isFinite(value)))
    throw new NoVectors('Finite numbers are expected.')
  const length = Math.hypot(...numbers)
  if (!(length > 0) || !Number.isFinite(length)) throw new NoVectors('A length above nought is expected.')
  return Float32Array.from(numbers, (value) => value / length)
}
