import { withAbstentions } from '../questions/part.ts'
import { choicesOf } from '../questions/parts/single-choice.ts'
import type { Part } from '../questions/parts.ts'
import { canPick, isChoice } from '../questions/picked.ts'
import type { Question } from '../questions/question.ts'
import { isRated, pointsOf, ratedRows } from '../questions/ratings.ts'

type Find = (id: string) => Question | undefined

/** What a question wants of answers, earlier ones and its own, that they don't have. */
export const checkEarlier = (question: Question, find: Find): string[] => [
  ...question.back.flatMap((back) => checkBack(question, back, find(back.from))),
  ...question.after.flatMap((after) => checkAfter(question, after)),
  ...question.parts.flatMap((part) => checkMove(question, part, find)),
]

function checkBack(question: Question, back: Question['back'][number], from: Question | undefined): string[] {
  if (!from) return [`back names ${back.from}. Expected the id of a question, found none of that id.`]
  if (back.as === 'card' && back.pick && !canPick(from.parts, back.pick))
    return [
      back.pick === 'choices'
        ? `back picks the choices of ${from.id}. Expected a question with options to tick, found ${typesOf(from)}.`
        : `back picks the ${back.pick} of ${from.id}. Expected a question with a ranking or a matrix of ratings, found ${typesOf(from)}.`,
    ]
  if (back.as !== 'ghost') return []
  const own = from.id === question.id
  if (from.sensitivity === 'S2' && !own)
    return [`back shows ratings of ${from.id} as a ghost. Expected a question that isn't private, found S2.`]
  if (back.row !== undefined) return checkRow(`back names the row ${back.row} of ${from.id}`, from, back.row)
  return from.parts.some((part) => isRated(part) || (!own && isChoice(part)))
    ? []
    : [`back shows ratings of ${from.id} as a ghost. Expected a question with ratings, found ${typesOf(from)}.`]
}

function checkAfter(question: Question, { part: name, is, lowest }: Question['after'][number]): string[] {
  const part = question.parts.find((p) => p.name === name)
  if (name !== undefined && !part)
    return [`after names the part ${name}. Expected one of ${question.parts.map((p) => p.name).join(', ')}.`]
  const options = part ? optionsOf(part) : []
  const rows = part ? ratedRows(part) : []
  return [
    ...[is ?? []]
      .flat()
      .filter((id) => !options.includes(id))
      .map((id) => `after: is names ${id}. Expected ${oneOf(options, 'a part with options')}.`),
    ...[lowest ?? []]
      .flat()
      .filter((id) => !rows.includes(id))
      .map((id) => `after: lowest names ${id}. Expected ${oneOf(rows, 'a matrix whose rows are rated')}.`),
  ]
}

/** A comparison is counted: so both ratings have to be such as may be counted, and this question asks for as many people. */
function checkMove(question: Question, part: Part, find: Find): string[] {
  if (part.type !== 'scale' || !part.movedFrom) return []
  const { question: id, row } = part.movedFrom
  const from = find(id)
  if (!from) return [`movedFrom names ${id}. Expected the id of a question, found none of that id.`]
  const missing = checkRow(`movedFrom names the row ${row} of ${id}`, from, row)
  if (missing.length) return missing
  const points = pointsOf(from.parts.find((p) => ratedRows(p).includes(row)) as Part)
  return [
    ...(points === part.points
      ? []
      : [`movedFrom compares with ${id}. Expected ${part.points} points, found ${points}.`]),
    ...(from.aggregate === 'distribution' && from.sensitivity <= question.sensitivity
      ? []
      : [
          `movedFrom compares with ${id}. Expected aggregate: distribution and nothing more personal than ${question.sensitivity}, found ${from.aggregate}, ${from.sensitivity}.`,
        ]),
  ]
}

function checkRow(what: string, from: Question, row: string): string[] {
  const rows = from.parts.flatMap(ratedRows)
  return rows.includes(row) ? [] : [`${what}. Expected ${oneOf(rows, 'a matrix whose rows are rated')}.`]
}

function optionsOf(part: Part): string[] {
  if (isChoice(part)) return choicesOf(part).map((o) => o.id)
  if (part.type !== 'scale') return []
  return [
    ...Array.from({ length: part.points }, (_, i) => String(i + 1)),
    ...withAbstentions([], part.notSure).map((o) => o.id),
  ]
}

const oneOf = (ids: string[], otherwise: string): string => (ids.length ? `one of ${ids.join(', ')}` : otherwise)
const typesOf = ({ parts }: Question): string => parts.map((p) => p.type).join(', ')
