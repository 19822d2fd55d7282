import { expect, test } from 'vitest'
import { whoSees } from '../../src/components/question/who-sees.ts'
import { aQuestion } from './an-answer.ts'

const options = [
  { id: 'a', label: 'A' },
  { id: 'b', label: 'B' },
]
const choice = { name: 'c', type: 'single-choice', options }
const line = (definition: object) => whoSees(aQuestion(definition), 'w').text.replace(/<[^>]*>/g, '')

test('a private answer is only the learner’s, ever', () => {
  expect(line({ sensitivity: 'S2', aggregate: 'distribution', parts: [choice] })).toBe(
    'Only you, ever. It is never shown to your trainer, and the companion will never quote it.',
  )
})

test('an answer that is never counted is only the learner’s', () => {
  expect(line({})).toBe('Only you see this answer.')
  expect(line({ aggregate: 'theme' })).toBe('Only you see this answer.')
})

test('choices reach a trainer as bands, once five have answered, or eight for a personal question', () => {
  expect(line({ aggregate: 'distribution', parts: [choice] })).toContain(
    'few or none, some, or most for the group, once 5 or more verified people',
  )
  expect(line({ aggregate: 'distribution', parts: [choice], sensitivity: 'S1' })).toContain(
    'once 8 or more verified people',
  )
})

test('own words beside a choice are said to stay', () => {
  expect(line({ aggregate: 'distribution', parts: [choice, { name: 'why', type: 'reason' }] })).toContain(
    'and never your own words unless you choose some to show',
  )
  expect(line({ aggregate: 'distribution', parts: [choice] })).not.toContain('own words')
})

test('of tags a trainer sees bands and no number', () => {
  const tags = line({ aggregate: 'theme', themes: options, sensitivity: 'S1' })
  expect(tags).toContain('Only you see your words, unless you choose some to show. If you pick a tag')
  expect(tags).toContain('few or none, some, or most')
  expect(tags).not.toContain('how many')
})

test('of a rating that is compared with an earlier one, a trainer sees only how ratings moved', () => {
  const movedFrom = { question: 'empower.rating', row: 'inclusive' }
  const again = { name: 's', type: 'scale', low: 'a', high: 'b', movedFrom }
  const said = line({ aggregate: 'distribution', parts: [again, { name: 'why', type: 'reason' }] })
  expect(said).toContain(
    'whether ratings moved up, stayed or moved down, as few or none, some, or most, once 5 or more',
  )
  expect(said).toContain('They never see the ratings themselves, and never your own words')
})
