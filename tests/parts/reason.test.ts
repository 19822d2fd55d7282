import { expect, test } from 'vitest'
import { aPart, NASTY } from './form.ts'

const reason = aPart({ type: 'reason', label: 'What tipped it for you?' })

test('a reason comes back as it was typed', () => {
  for (const text of ['', 'The lift matters more.', NASTY]) expect(reason.sentBack(text)).toBe(text)
})

test('its own label stands above a smaller box', () => {
  const html = reason.show('', { title: { words: 'What tipped it for you?', look: 'part' } })
  expect(html).toContain('<label class="part-title" for="power.try.it">What tipped it for you?</label>')
  expect(html).toContain('<textarea class="brief"')
})

test('it is never counted', () => {
  expect(reason.rule.cells(reason.part)).toEqual([])
})
