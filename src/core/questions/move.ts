import type { Part } from './parts.ts'
import type { AnswerValue } from './question.ts'

/** What is counted of a rating that is compared with an earlier one: this, and neither of the two ratings. */
export const MOVES = [
  { id: 'up', label: 'Moved up' },
  { id: 'same', label: 'Stayed the same' },
  { id: 'down', label: 'Moved down' },
] as const
export type Move = (typeof MOVES)[number]['id']
/** By the name of the part that moved; a part with nothing to compare it with isn't there. */
export type Moves = Record<string, Move>

/** Whether of this part only the move is counted. */
export const countsMove = (part: Part): boolean => part.type === 'scale' && part.movedFrom !== undefined

export const isMove = (value: unknown): value is Move => MOVES.some(({ id }) => id === value)

export const moveBetween = (before: number, now: number): Move => (now > before ? 'up' : now < before ? 'down' : 'same')

/** Ends the name that a move is kept under beside the values of an answer. No part's own name has a full stop. */
const MOVED = '.moved'

/** The move of a part within what is kept, or null. */
export const moveIn = (kept: AnswerValue, part: string): Move | null => {
  const move = kept[`${part}${MOVED}`]
  return isMove(move) ? move : null
}

/** What is kept of an answer: what its author gave, and how that moved. */
export const withMoves = (value: AnswerValue, moves: Moves): AnswerValue => ({
  ...value,
  ...Object.fromEntries(Object.entries(moves).map(([part, move]) => [`${part}${MOVED}`, move])),
})

/** The two apart again. */
export function splitMoves(kept: AnswerValue): { value: AnswerValue; moves: Moves } {
  const [values, moved] = [true, false].map((own) =>
    Object.entries(kept).filter(([name]) => name.endsWith(MOVED) !== own),
  )
  return {
    value: Object.fromEntries(values ?? []),
    moves: Object.fromEntries((moved ?? []).map(([name, move]) => [name.slice(0, -MOVED.length), move as Move])),
  }
}
