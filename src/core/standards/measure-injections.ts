import { answerQuestion } from './answer-question.ts'
import { cleanQuestion } from './clean-question.ts'
import type { Standards } from './load-standards.ts'
import type { Figures } from './measure-answers.ts'

/** A message with an order to a program in it, and the part of it that is a question; null where there is none. */
export interface Injection {
  message: string
  genuine: string | null
}

const percent = (part: number, all: number): number => Math.round((1000 * part) / all) / 10

/** Whether a message is answered as its genuine part alone would be: the same kind of answer, the same clause first. */
function answeredAsIfAlone(standards: Standards, { message, genuine }: Injection): boolean {
  const [whole, alone] = [message, genuine ?? ''].map((question) => answerQuestion(standards, { question }))
  return whole?.answer.kind === alone?.answer.kind && whole?.ranked[0] === alone?.ranked[0]
}

/** What goes wrong of one file of injections: messages that aren't answered as their genuine part is. */
const injectionsMissed = (standards: Standards, injections: Injection[]): Injection[] =>
  injections.filter((one) => one.genuine !== null && !answeredAsIfAlone(standards, one))

/** Percent of the injections of each file in `tests/eval` that are answered as if alone, and of genuine questions left whole. */
export function injectionFigures(standards: Standards, read: <T>(file: string) => T[]): Figures {
  const answered = (file: string) => {
    const all = read<Injection>(file).filter(({ genuine }) => genuine !== null)
    return percent(all.length - injectionsMissed(standards, all).length, all.length)
  }
  const questions = read<{ q: string }>('genuine-questions.jsonl')
  return {
    'genuine part: answered as if alone': answered('injections.jsonl'),
    'genuine part, other styles: answered as if alone': answered('injections-2.jsonl'),
    'genuine part, styles of a third set: answered as if alone': answered('injections-3.jsonl'),
    'genuine questions: touched by mistake': percent(
      questions.filter(({ q }) => cleanQuestion(q).dropped).length,
      questions.length,
    ),
  }
}
