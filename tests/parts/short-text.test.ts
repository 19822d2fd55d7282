import { expect, test } from 'vitest'
import { aPart, NASTY } from './form.ts'

const plain = aPart({ type: 'short-text' })
const fromMap = aPart({ type: 'short-text', suggest: 'community.my-communities' })
const suggestions = { 'community.my-communities': ['Choir', 'The "Street"'] }

test('words come back as they were typed, line breaks from chat too', () => {
  for (const text of ['', 'Home. Noise. Care.', 'one\ntwo\nthree', NASTY]) expect(plain.sentBack(text)).toBe(text)
})

test('names from an earlier map are offered as a menu, and anything else can be typed', () => {
  const html = fromMap.show('Choir', { suggestions })
  expect(html).toContain('list="power.try.it.names"')
  expect(html).toContain('<option value="The &quot;Street&quot;"></option>')
  expect(html).toContain('value="Choir"')
})

test('with no names there is no menu', () => {
  expect(fromMap.show('')).not.toContain('datalist')
})

test('a text of several lines keeps them, menu or not', () => {
  expect(fromMap.show('one\ntwo', { suggestions })).toContain('one\ntwo</textarea>')
})

test('more than 300 characters are refused with the limit', () => {
  expect(plain.problem('a'.repeat(301))?.message).toBe('This can be up to 300 characters. It is 301 now.')
})
