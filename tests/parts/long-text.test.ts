import { expect, test } from 'vitest'
import { aPart, NASTY } from './form.ts'

const longText = aPart({ type: 'long-text' })

test('words come back from the page as they were typed', () => {
  for (const text of [
    '',
    'Somebody said my name.',
    '\nAn empty line first',
    'one\n\ntwo\n',
    NASTY,
    'emoji 👩‍👩‍👧 and ‮right to left',
  ])
    expect(longText.sentBack(text)).toBe(text)
})

test('line ends of browsers become one character', () => {
  expect(longText.read({ it: 'one\r\ntwo' })).toBe('one\ntwo')
})

test('the question is the label of the box', () => {
  expect(longText.show('')).toContain('<label class="ask" for="power.try.it">What do you think?</label>')
  expect(longText.show('')).toMatch(/<textarea id="power.try.it" name="it"/)
})

test('10,000 characters are taken, and one more is refused with the limit', () => {
  expect(longText.problem('👩'.repeat(10_000))).toBeUndefined()
  expect(longText.problem('a'.repeat(10_001))?.message).toBe('This can be up to 10,000 characters. It is 10,001 now.')
})

test('what is wrong is said at the box, and the words stay', () => {
  const html = longText.show('too long', { problems: { it: 'This is too long.' } })
  expect(html).toContain('aria-describedby="power.try.it.wrong"')
  expect(html).toContain('aria-invalid="true"')
  expect(html).toContain('This is too long.')
  expect(html).toContain('too long</textarea>')
})

test('a page that got something else shows an empty box', () => {
  expect(longText.show({ not: 'text' })).toContain('>\n</textarea>')
})
