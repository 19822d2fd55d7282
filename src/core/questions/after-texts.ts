import { MOVES, type Moves } from './move.ts'
import { ruleOf } from './parts.ts'
import { type AnswerValue, countedParts, type Question } from './question.ts'
import { type Given, lowestRows } from './ratings.ts'

/** The author's feedback that fits what was chosen. */
export const afterTexts = (question: Question, given: Given): string[] =>
  question.after.filter((after) => fits(question, given, after)).map(({ text }) => text)

/** What came of comparing a rating with an earlier one; also that there was nothing to compare it with. */
export function movedTexts(question: Question, { value, moves }: { value: AnswerValue; moves: Moves }): string[] {
  return question.parts.flatMap((part) => {
    if (part.type !== 'scale' || !part.movedFrom || typeof value[part.name] !== 'number') return []
    const move = MOVES.find(({ id }) => id === moves[part.name])
    if (move) return [`Compared with your earlier rating: ${move.label.toLowerCase()}.`]
    const counted = countedParts(question).includes(part) ? ', so nothing of it is counted' : ''
    return [
      `There is nothing to compare this with yet${counted}. Once you have given the earlier rating, save this again.`,
    ]
  })
}

function fits(question: Question, given: Given, { part: name, is, lowest }: Question['after'][number]): boolean {
  if (name === undefined) return true
  const part = question.parts.find((p) => p.name === name)
  const value = given.value[name]
  if (!part || value === undefined || ruleOf(part).isBlank(value)) return false
  if (lowest !== undefined && !lowestRows(given, name).includes(lowest)) return false
  if (is === undefined) return true
  const wanted: unknown[] = [is].flat()
  return Array.isArray(value) ? value.some((v) => wanted.includes(v)) : wanted.includes(String(value))
}
