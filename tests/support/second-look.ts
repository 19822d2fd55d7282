import type { Content } from '#core/content/content.ts'
import { type Question, questionDefinition, toQuestion } from '#core/questions/question.ts'
import { content } from './open.ts'

const ends = { low: 'hardly there', high: 'strong and steady' }
const question = (definition: object): Question =>
  toQuestion(questionDefinition.parse({ sensitivity: 'S0', aggregate: 'distribution', ...definition }))

/** Ratings that are asked for once, and come back as "before". */
export const rating = question({
  id: 'empower.first-rating',
  ask: 'How strong is each?',
  parts: [
    {
      name: 'ratings',
      type: 'matrix',
      rows: ['confident', 'inclusive'].map((id) => ({ id, label: id })),
      columns: [{ id: 'strength', label: 'Strength', type: 'scale', ...ends }],
    },
  ],
  back: [{ as: 'ghost', from: 'empower.first-rating' }],
})

/** One of those rated again: only whether it moved is counted. */
export const secondLook = question({
  id: 'equality.another-look',
  ask: 'How inclusive is it now?',
  parts: [
    { name: 'inclusive', type: 'scale', ...ends, movedFrom: { question: rating.id, row: 'inclusive' } },
    { name: 'why', type: 'reason' },
  ],
  back: [{ as: 'ghost', from: rating.id, row: 'inclusive' }],
})

/** Content with these questions too, which stand in no chapter. */
export function contentWith(...more: Question[]): Content {
  const byId = new Map(more.map((q) => [q.id, q]))
  return {
    ...content,
    questions: [...content.questions, ...more],
    question: (id) => byId.get(id) ?? content.question(id),
  }
}

/** An answer to `rating`. */
export const rated = (inclusive: number | string, confident: number | string = 3) => ({
  question: rating.id,
  value: {
    ratings: [
      { row: 'confident', cells: { strength: String(confident) } },
      { row: 'inclusive', cells: { strength: String(inclusive) } },
    ],
  },
})

/** An answer to `secondLook`. */
export const looksAgain = (inclusive: number | string, why = '') => ({
  question: secondLook.id,
  value: { inclusive, why },
})
