import { expect, test } from 'vitest'
import { MOST_BROUGHT } from '#core/evidence/note.ts'
import type { Imported } from '#core/exports/import-mine.ts'
import { broughtIn } from '../../src/components/account/bring-in.ts'

const nothing = { added: 0, leftBehind: 0 }
const imported = (notes: Partial<Imported['notes']>): Imported => ({
  added: 0,
  already: 0,
  elsewhere: 0,
  redated: 0,
  questions: 0,
  links: nothing,
  notes: { ...nothing, tooLong: 0, ...notes },
})

test('a note that was too long is told of, and no other is called so', () => {
  expect(broughtIn(imported({ tooLong: 1 })).text).toMatch(
    /One note to an assessor stayed .* more than 20,000 characters/,
  )
  expect(MOST_BROUGHT).toBe(20_000)
  expect(broughtIn(imported({ tooLong: 2 })).text).toContain('2 notes to an assessor stayed')
  expect(broughtIn(imported({ added: 1, leftBehind: 1 })).text).not.toContain('20,000')
})
