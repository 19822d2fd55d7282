import { expect, test } from 'vitest'
import { readingAge } from './reading-age.ts'

test('the two measures of reading age tell a plain page from an office memo', () => {
  const plain = ['The lift has been broken for six weeks. My neighbour can’t get out. Who can we ask?']
  const memo = [
    'Stakeholder organisations are encouraged to facilitate participatory engagement methodologies which appropriately recognise the multidimensional characteristics of geographically dispersed communities.',
  ]
  expect(readingAge(plain).fleschKincaid).toBeLessThan(9)
  expect(readingAge(plain).automated).toBeLessThan(9)
  expect(readingAge(memo).fleschKincaid).toBeGreaterThan(20)
  expect(readingAge(memo).automated).toBeGreaterThan(20)
})
