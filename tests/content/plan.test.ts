import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readChapters } from './chapter-text.ts'

interface Planned {
  id: string
  sensitivity: string
  aggregate: string
  themes: number
  back: string[]
  evidence: string[]
}
/**
 * The questions as they were planned, an id being for ever. The web of empower.five-rating stands beside
 * partnership.looking-back as a picture, so it isn't in that question's list.
 */
const planned = readFileSync('tests/content/planned-questions.csv', 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((line): Planned => {
    const [id = '', sensitivity = '', aggregate = '', themes, back = '', evidence = ''] = line.split(',')
    const words = (list: string) => list.split(' ').filter(Boolean)
    return { id, sensitivity, aggregate, themes: Number(themes), back: words(back), evidence: words(evidence) }
  })
/** A chapter that was added later has a plan of its own; it isn't in this list. */
const chapters = readChapters().filter((c) => planned.some((q) => q.id.startsWith(`${c.id}.`)))

test.for(chapters)(
  'chapter $id asks what was planned: ids, who sees it, what is counted, what comes back',
  (chapter) => {
    const asked = chapter.questions
      // A plan to take into practice closes each chapter; it is nobody's but the learner's.
      .filter((q) => q.id !== `${chapter.id}.practice`)
      .map(({ id, sensitivity, aggregate, themes, back, evidence }) => ({
        id,
        sensitivity,
        aggregate,
        themes: themes.length,
        back: back.map((b) => b.from).toSorted(),
        evidence: evidence.toSorted(),
      }))
    const wanted = planned
      .filter((q) => q.id.startsWith(`${chapter.id}.`))
      .map((q) => ({ ...q, back: q.back.toSorted(), evidence: q.evidence.toSorted() }))
    const byId = <T extends { id: string }>(list: T[]) => list.toSorted((a, b) => a.id.localeCompare(b.id))
    expect(byId(asked), `content/questions/${chapter.id}.yaml`).toEqual(byId(wanted))
  },
)

test.for(chapters)('chapter $id ends in a plan that only the learner sees', (chapter) => {
  const practice = chapter.questions.find((q) => q.id === `${chapter.id}.practice`)
  expect(practice, `content/questions/${chapter.id}.yaml`).toMatchObject({ sensitivity: 'S0', aggregate: 'none' })
  expect(practice?.parts.map((p) => p.type)).toEqual(['when-will'])
})
