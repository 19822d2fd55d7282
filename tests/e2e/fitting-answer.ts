import { boxLabels } from '#core/questions/parts/boxes.ts'
import { columnOptions, type Matrix } from '#core/questions/parts/matrix.ts'
import type { Part } from '#core/questions/parts.ts'
import type { Question } from '#core/questions/question.ts'

/** What a form holds once a question is answered: every value, by the name of its field. */
export type Fields = Record<string, string[]>

/** Rows that somebody names themselves: more than the page shows at first, so that a row has to be added. */
const ROW_NAMES = ['The allotments', 'Choir practice', 'Stair four']
const CELLS = ['Ask the caretaker', 'Move it to six', 'A chair by the door', 'Ring Mo first', 'Two buses, one ticket']

type Words = (what: string) => string

/** The words with the question's name, so that no two answers can be mixed up. */
const namedAfter =
  ({ id }: Question): Words =>
  (what) =>
    `${what}, for ${id.replace('.', ' ')}`

/** An answer that fits every part of a question. */
export const fittingAnswer = (question: Question, say: Words = namedAfter(question)): Fields =>
  Object.assign({}, ...question.parts.map((part) => fieldsOf(part, say)))

function fieldsOf(part: Part, say: Words): Fields {
  const { name } = part
  switch (part.type) {
    case 'long-text':
      return { [name]: [say('The key was under the pot.\n\nNobody had asked “why” before')] }
    case 'short-text':
    case 'reason':
      return { [name]: [say('The ten o’clock bus')] }
    case 'when-will':
      return { [`${name}.when`]: [say('the kettle is on')], [`${name}.will`]: [say('ask who is missing')] }
    case 'boxes':
      return Object.fromEntries(boxLabels(part).map((_, i) => [`${name}.${i + 1}`, [say(`Thing ${i + 1}`)]]))
    case 'scale':
      return { [name]: [String(Math.min(4, part.points))] }
    case 'single-choice':
      return { [name]: [part.options.at(1)?.id as string] }
    case 'multi-choice':
      return { [name]: part.options.slice(0, Math.min(2, part.most ?? 2)).map(({ id }) => id) }
    case 'ranking':
      // Turned by one, so that the way to a place leads over an option that has one already.
      return Object.fromEntries(
        part.options.map((_, i) => [
          `${name}.${i + 1}`,
          [part.options.at((i + 1) % part.options.length)?.id as string],
        ]),
      )
    case 'matrix':
      return matrixFields(part, say)
  }
}

function matrixFields({ name, rows, columns }: Matrix, say: Words): Fields {
  const fixed = Array.isArray(rows)
  const keys = fixed
    ? rows.map(({ id }) => id)
    : Array.from({ length: Math.min(rows.upTo, ROW_NAMES.length) }, (_, i) => `${i + 1}`)
  return Object.assign(
    {},
    ...keys.map((key, i) => ({
      ...(!fixed && { [`${name}.${key}`]: [say(ROW_NAMES[i] as string)] }),
      ...Object.fromEntries(
        columns.map((column, c) => {
          const options = columnOptions(column)
          const chosen = options[(2 * i + 1) % (column.type === 'scale' ? column.points : options.length)]?.id
          return [`${name}.${key}.${column.id}`, [chosen ?? say(CELLS[(i + 2 * c) % CELLS.length] as string)]]
        }),
      ),
    })),
  )
}
