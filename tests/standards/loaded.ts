import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { answerQuestion } from '#core/standards/answer-question.ts'
import { loadStandards } from '#core/standards/load-standards.ts'
import type { EvalQuestion } from '#core/standards/measure-answers.ts'

const at = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url))

/** The lines of a file in `tests/eval`. */
export function evalSet<T>(file: string): T[] {
  const lines = readFileSync(at(`tests/eval/${file}`), 'utf8')
    .trim()
    .split('\n')
  return lines.map((line) => JSON.parse(line) as T)
}

/** Messages that tell of harm, and messages that don't. */
export const HARM_FOLDER = at('content/harm')
/** The standards as they are published here. */
export const STANDARDS_FOLDER = at('content/standards')
export const standards = loadStandards(STANDARDS_FOLDER)
export const clauses = standards.list.flatMap((s) => s.clauses)

export const ask = (question: string, more = false) => answerQuestion(standards, { question, more }).answer

/** Questions in everyday words, with every acceptable clause. */
export const devQuestions = evalSet<EvalQuestion>('questions-dev.jsonl')
