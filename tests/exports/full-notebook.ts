import type { Actor } from '#core/actor.ts'
import type { Core } from '#core/app.ts'
import type { MatrixRow } from '#core/questions/parts/matrix.ts'
import { type AnswerValue, answerValue, type Question } from '#core/questions/question.ts'
import { content } from '#tests/support/open.ts'
import { readAnswerForm } from '../../src/web/read-answer-form.ts'
import { fittingAnswer } from '../e2e/fitting-answer.ts'

export const VERSIONS = 10

/** Texts that break careless writers: markup of every kind, directions, marks, blanks at the ends, control characters. */
export const AWKWARD = [
  '# Not a heading\n- not a list\n1. nor this\n> nor a quotation',
  '<script>alert(1)</script> &amp; <b>bold</b> &#35;',
  '  blanks before,\ttab, and after  \n\n\n    four blanks: not code',
  '👩‍👩‍👧 e\u0301 \u202Ertl\u202C מה שלומך',
  '`code` *star* _under_ ~~gone~~ | a | b |\n|---|---|\n[link](https://example.org) ![x](y) [^1] $x$ :::note',
  'Setext\n===\nor\n---\n***\n+++\n```\nfence\n~~~',
  'www.example.org https://example.org a@example.org <https://example.org>',
  'a\u0001b \u000b\u000c c\u001bd \ufffe end',
  '\\ backslash \\* at end\\',
  '[x]: https://example.org "title"\n{% raw %} {{ x }} {#id} @mention #tag',
]

export const asked: Question[] = content.questions.filter((q) => !q.retired)

/** What somebody gives to a question the nth time: something else each time, in every part. */
export function nthAnswer(question: Question, nth: number): AnswerValue {
  const words = `${AWKWARD[nth % AWKWARD.length]}`
  const short = words.replaceAll('\n', ' ').slice(0, 120).toWellFormed()
  const form = new URLSearchParams()
  const fields = fittingAnswer(question, (what) => `${what.slice(0, 30)} ${nth}: ${short}`)
  for (const [name, values] of Object.entries(fields)) for (const value of values) form.append(name, value)
  const value = readAnswerForm(question, form) as AnswerValue
  for (const part of question.parts) {
    if (part.type === 'long-text') value[part.name] = `${question.id} ${nth}\n${words}`
    if (part.type === 'single-choice') value[part.name] = part.options.at(nth % part.options.length)?.id as string
    if (part.type === 'scale') value[part.name] = (nth % part.points) + 1
    if (part.type === 'multi-choice') value[part.name] = [part.options.at(nth % part.options.length)?.id as string]
    if (part.type === 'matrix') value[part.name] = turned(value[part.name] as MatrixRow[], nth)
    if (part.type === 'ranking')
      value[part.name] = part.options.map((_, i) => part.options.at((i + nth) % part.options.length)?.id as string)
  }
  // As it is kept: without rows that were left blank.
  return answerValue(question).parse(value)
}

/** The cells of each row a few rows further, so that no two versions are the same. */
const turned = (rows: MatrixRow[], by: number): MatrixRow[] =>
  rows.map((row, i) => ({ ...row, cells: rows.at((i + by) % rows.length)?.cells ?? {} }))

/** A learner who has answered every question ten times over. */
export async function fillNotebook(core: Core, actor: Actor, questions = asked, versions = VERSIONS): Promise<void> {
  await Promise.all(
    questions.map(async (question) => {
      for (let nth = 0; nth < versions; nth++) {
        const value = nthAnswer(question, nth)
        await core.saveAnswer(actor, { question: question.id, value, base: nth, channel: 'web' })
      }
    }),
  )
}

/** The texts in a value, however deep, that somebody typed. */
export function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (Array.isArray(value)) return value.flatMap(textsIn)
  return value && typeof value === 'object' ? Object.values(value).flatMap(textsIn) : []
}

/** The awkward texts as XML can hold them: what it can't hold comes as U+FFFD. */
export const inXml = (text: string) =>
  ['\u0001', '\u000b', '\u000c', '\u001b', '\ufffe'].reduce((all, bad) => all.replaceAll(bad, '\ufffd'), text)
