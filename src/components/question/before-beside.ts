import type { Question } from '#core/questions/question.ts'
import { type Rating, ratingOf, ratingsIn } from '#core/questions/ratings.ts'
import type { Earlier } from './state.ts'

/** The earlier ratings that a ghost sets beside the new ones, by the field of a scale or of a matrix row. */
export function beforeBeside(here: Question, earlier: Earlier[]): Record<string, string> {
  return Object.fromEntries(
    earlier
      .flatMap((each) => ratingsBeside(here, each))
      .map(([field, { point, points }]) => [field, `Before: ${point} out of ${points}`]),
  )
}

function ratingsBeside(here: Question, { question, back, answer }: Earlier): [string, Rating][] {
  // Of a private answer nothing stands in the open; its own sheet is folded.
  if (back.as !== 'ghost' || !answer || (question.sensitivity === 'S2' && question.id !== here.id)) return []
  if (back.row !== undefined) {
    const rating = ratingOf(answer, back.row)
    const scale = here.parts.find((p) => p.type === 'scale')
    if (rating && scale) return [[scale.name, rating]]
  }
  const ratings = ratingsIn(answer).filter((r) => back.row === undefined || r.row === back.row)
  return here.parts.flatMap((part): [string, Rating][] => {
    if (part.type === 'scale') {
      const rating = ratings.find((r) => r.row === null && r.part === part.name)
      return rating ? [[part.name, rating]] : []
    }
    if (part.type !== 'matrix' || !Array.isArray(part.rows)) return []
    return part.rows.flatMap(({ id }): [string, Rating][] => {
      const rating = ratings.find((r) => r.row === id)
      return rating ? [[`${part.name}.${id}`, rating]] : []
    })
  })
}
