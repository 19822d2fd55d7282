import { join } from 'node:path'
import type { z } from 'zod'
import { ContentError, type Read, readYaml } from '../content/read-yaml.ts'
import type { Standard } from './standard.ts'
import { questionsByClause, questionsBySubject } from './standard-definition.ts'
import { tokens } from './words.ts'

/** Questions in learners' own words, written for the ranking: never shown, and never a real person's. */
export interface Bank {
  /** By the clause that answers them. */
  inside: { uid: string; question: string }[]
  /** Those that no clause answers. */
  outside: string[]
  /** What is said to the companion in passing and asks nothing of the standards. */
  inPassing: string[]
}

/** All that no clause answers. */
export const unanswerable = ({ outside, inPassing }: Bank): string[] => [...outside, ...inPassing]

/** Reads `questions/<standard>.yaml`, which has every clause of its standard, and what no clause answers. */
export function readBank(folder: string, standards: Standard[]): Bank {
  const seen = new Map<string, string>()
  const read = <T extends Record<string, string[]>>(name: string, schema: z.ZodType<T>) => {
    const file = join(folder, name)
    const found = readYaml(file, schema)
    for (const [key, questions] of Object.entries(found.data))
      for (const [i, question] of questions.entries()) {
        const place = `${file}:${found.lineOf([key, i])}`
        const words = tokens(question).join(' ')
        const before = seen.get(words)
        if (before) throw new ContentError(`${place}: “${question}” stands already at ${before}. Once is enough.`)
        seen.set(words, place)
      }
    return { file, ...found }
  }
  const inside = standards.flatMap((standard) => {
    const found = read(`${standard.id.toLowerCase()}.yaml`, questionsByClause)
    checkClauses(found, standard)
    return Object.entries(found.data).flatMap(([uid, questions]) => questions.map((question) => ({ uid, question })))
  })
  const bySubject = (name: string) => Object.values(read(name, questionsBySubject).data).flat()
  return { inside, outside: bySubject('out-of-scope.yaml'), inPassing: bySubject('in-passing.yaml') }
}

function checkClauses({ file, data, lineOf }: Read<Record<string, string[]>> & { file: string }, standard: Standard) {
  const known = new Set(standard.clauses.map((c) => c.uid))
  for (const uid of Object.keys(data))
    if (!known.has(uid)) throw new ContentError(`${file}:${lineOf([uid])}: ${standard.id} has no clause ${uid}.`)
  for (const uid of known)
    if (!data[uid]) throw new ContentError(`${file}:1: questions for ${uid} are expected. Found: nothing.`)
}
