import { isAbstention, labelOf } from './part.ts'
import { choicesOf } from './parts/single-choice.ts'
import type { Part } from './parts.ts'
import { type Pick, THEMES } from './question.ts'
import { endsOf, type Given, isRated, type Rating, ratingsIn } from './ratings.ts'

/** As many level ratings as are named one by one. */
const NAMED = 3

/**
 * One thing of an answer, in words, a line each: its lowest or highest rating or place, or what was chosen and nothing
 * that was written. No lines where the answer doesn't have it: nothing was rated, or its author would rather not say.
 */
export function picked(given: Given, pick: Pick): string[] {
  if (pick === 'choices') return choicesIn(given)
  const rated = endsOf(
    ratingsIn(given).filter((r) => partOf(given, r)?.type === 'matrix'),
    pick,
  )
  return rated.length ? ratingLines(rated) : placeIn(given, pick)
}

/** Whether such a thing can be picked from answers to these parts. */
export const canPick = (parts: Part[], pick: Pick): boolean =>
  parts.some((part) =>
    pick === 'choices' ? isChoice(part) : part.type === 'ranking' || (part.type === 'matrix' && isRated(part)),
  )

const partOf = ({ asked }: Given, { part }: Rating) => asked.parts.find((p) => p.name === part)

const ratingLines = (ratings: Rating[]): string[] => {
  const more = ratings.length - NAMED
  return [
    ...ratings.slice(0, NAMED).map(({ label, words }) => `${label}. ${words}`),
    ...(more > 0 ? [`And ${more} more with the same rating.`] : []),
  ]
}

/** The first or last place of a ranking, in its own words for that end. Who placed a few said nothing about the last. */
function placeIn({ asked, value }: Given, pick: 'lowest' | 'highest'): string[] {
  return asked.parts.flatMap((part) => {
    if (part.type !== 'ranking') return []
    const order = value[part.name] as string[] | undefined
    const at = pick === 'highest' ? 0 : part.options.length - 1
    const id = order?.[at]
    return id ? [`${pick === 'highest' ? part.top : part.bottom}: ${labelOf(part.options, id)}`] : []
  })
}

type Choice = Extract<Part, { type: 'single-choice' | 'multi-choice' }>
export const isChoice = (part: Part): part is Choice =>
  (part.type === 'single-choice' || part.type === 'multi-choice') && part.name !== THEMES

/** What was ticked, under the label of its part where there are several. */
export function choicesIn({ asked, value }: Given): string[] {
  const parts = asked.parts.filter(isChoice)
  return parts.flatMap((part) => {
    const ids = [value[part.name] ?? []].flat() as string[]
    const words = ids.filter((id) => !isAbstention(id)).map((id) => labelOf(choicesOf(part), id))
    return parts.length > 1 && part.label && words.length ? [`${part.label}: ${words.join(', ')}`] : words
  })
}
