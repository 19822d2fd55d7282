import { join } from 'node:path'
import { z } from 'zod'
import { ContentError, readYaml } from '../content/read-yaml.ts'
import type { Bank } from '../standards/read-bank.ts'
import type { Vectors } from '../standards/vectors.ts'
import type { Example } from './learn-harm.ts'

const messagesByKind = z.record(
  z.string().regex(/^[a-z-]+$/, 'a kind in small letters is expected'),
  z.array(z.string().min(1)).min(1),
)

export interface BankExample extends Example {
  kind: string
}

/**
 * Reads `telling.yaml` and `not-telling.yaml`, and takes what learners ask of the standards and say in passing as well. Messages are
 * encoded, which takes 10 ms each.
 */
export function readHarmBank(folder: string, { bank, vectors }: { bank: Bank; vectors: Vectors }): BankExample[] {
  const encoded = (text: string): Float32Array => {
    const vector = vectors.of(text)
    if (!vector) throw new Error('There is no encoder, so nothing can be learnt of what messages mean.')
    return vector
  }
  const seen = new Map<string, string>()
  const read = (name: string, tells: boolean): BankExample[] => {
    const file = join(folder, name)
    const { data, lineOf } = readYaml(file, messagesByKind)
    return Object.entries(data).flatMap(([kind, messages]) =>
      messages.map((text, i) => {
        const place = `${file}:${lineOf([kind, i])}`
        const before = seen.get(text.toLowerCase())
        if (before) throw new ContentError(`${place}: “${text}” stands already at ${before}. Once is enough.`)
        seen.set(text.toLowerCase(), place)
        return { kind, text, vector: encoded(text), tells }
      }),
    )
  }
  // Four of five: more questions than messages would teach that hardly anybody tells of harm.
  const asked = [...bank.inside.map(({ question }) => question), ...bank.outside].filter((_, i) => i % 5 < 4)
  return [
    ...read('telling.yaml', true),
    ...read('not-telling.yaml', false),
    ...bank.inPassing.map((text) => ({ kind: 'to-the-companion', text, vector: encoded(text), tells: false })),
    ...asked.map((text) => ({ kind: 'asks-the-standards', text, vector: encoded(text), tells: false })),
  ]
}
