import { expect, test } from 'vitest'
import { emailForm } from '../../src/components/account/sign-in-forms.ts'
import { NOTHING_SENT } from '../../src/components/form/sent.ts'

const words = (addresses: string[] | null) => emailForm(NOTHING_SENT, addresses).text

test('the page for a code says what is true of this browser’s notebook', () => {
  expect(words([])).toContain('Your notebook belongs to this browser.')
  expect(words(['amina@example.org'])).toContain('opens with a code sent to <b>amina@example.org</b>')
  expect(words(null)).toContain('<h1>Open my notebook</h1>')
  for (const addresses of [null, ['amina@example.org']])
    expect(words(addresses)).not.toContain('belongs to this browser')
})
