import { expect, test } from 'vitest'
import { troubleCard } from '#bot/replies/trouble.ts'
import { AppError } from '#core/errors.ts'
import { toProblem } from '../../src/web/problem.ts'

const words = 'my words\n    at home\nand more\n    at the office (with my boss)'
const errors = [new Error(words), Object.assign(new SyntaxError(words), { cause: words }), words, { message: words }]

test.each(errors)('an error we didn’t expect is logged with where it was, and never with its words', (error) => {
  const lines: string[] = []
  const log = (event: string, facts = {}) => void lines.push(JSON.stringify({ event, ...facts }))
  const said = [JSON.stringify(toProblem(error, log)), JSON.stringify(troubleCard(error, log))]
  expect(lines).toHaveLength(2)
  for (const line of [...lines, ...said]) expect(line).not.toMatch(/my words|at home|and more|boss/)
  if (error instanceof Error) expect(lines[0]).toContain('problem.test.ts')
})

test('what a person may be told is told, and not logged', () => {
  const lines: string[] = []
  const problem = toProblem(
    new AppError('invalid', 'Too long.', { fields: { story: 'Up to 10.' } }),
    (event) => void lines.push(event),
  )
  expect(problem).toEqual({ status: 422, kind: 'invalid', message: 'Too long.', fields: { story: 'Up to 10.' } })
  expect(lines).toEqual([])
})
