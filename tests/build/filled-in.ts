import { columnOptions } from '#core/questions/parts/matrix.ts'
import { choicesOf } from '#core/questions/parts/single-choice.ts'
import type { Part, PartValue } from '#core/questions/parts.ts'
import type { Question } from '#core/questions/question.ts'

const WORDS = 'Somebody kept me a chair.'
/** The one that is `turn` places on, round and round. */
const at = <T>(list: T[], turn: number): T => list[turn % list.length] as T
const upTo = (n: number) => Array.from({ length: n }, (_, i) => i)

function value(part: Part, turn: number): PartValue {
  if (part.type === 'boxes') return [WORDS, WORDS]
  if (part.type === 'when-will') return { when: WORDS, will: WORDS }
  if (part.type === 'scale') return (turn % part.points) + 1
  if (part.type === 'single-choice') return at(choicesOf(part), turn).id
  if (part.type === 'multi-choice') return [at(choicesOf(part), turn).id]
  if (part.type === 'ranking') return upTo(part.options.length).map((i) => at(part.options, turn + i).id)
  if (part.type !== 'matrix') return WORDS
  const rows = Array.isArray(part.rows) ? part.rows.map((r) => r.id) : upTo(part.rows.upTo).map((i) => `Name ${i}`)
  return rows.map((row, i) => ({
    row,
    cells: Object.fromEntries(
      part.columns.map((c) => [c.id, c.type === 'text' ? WORDS : at(columnOptions(c), turn + i).id]),
    ),
  }))
}

/** A question with something in every part of it; another turn chooses other options. */
export const filledIn = (question: Question, turn: number): Record<string, PartValue> =>
  Object.fromEntries(question.parts.map((part) => [part.name, value(part, turn)]))
