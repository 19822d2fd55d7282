import { expect, test } from 'vitest'
import { loadContent } from '#core/content/load-content.ts'
import { renderPicture } from '../../src/components/chapter/pictures.ts'
import { anAnswer } from './an-answer.ts'

const question = loadContent().question('equality.barriers') ?? expect.fail('The chapter asks about barriers.')
type Cells = { see?: string; change?: string; who?: string; needs?: string; when?: string }
const list = (rows: Record<string, Cells>, activity = '') =>
  renderPicture(
    'barrier-list',
    anAnswer(question, { activity, barriers: Object.entries(rows).map(([row, cells]) => ({ row, cells })) }),
  ).text
const groups = (html: string) => [...html.matchAll(/scope="rowgroup">([^<]+)</g)].map((m) => m[1])

test('barriers stand under what each of them takes, quick ones first', () => {
  const html = list({
    place: { see: 'Steps', needs: 'decision' },
    information: { see: 'One language', needs: 'money' },
    attitudes: { see: 'Jokes', needs: 'quick' },
    rules: { see: 'Receipts' },
  })
  expect(groups(html)).toEqual(['Quick to do', 'Needs money', 'Needs a decision', 'What it takes isn’t said yet'])
  expect(html.indexOf('Jokes')).toBeLessThan(html.indexOf('One language'))
  expect(html.indexOf('Steps')).toBeLessThan(html.indexOf('Receipts'))
})

test('a group with nothing in it isn’t named, and “I’d rather not say” counts as not said', () => {
  expect(groups(list({ place: { see: 'Steps', needs: 'rather-not' } }))).toEqual(['What it takes isn’t said yet'])
})

test('each row has the kind in words beside its icon, and everything that was written', () => {
  const html = list(
    { 'time-and-money': { see: 'Fares', change: 'Vouchers', who: 'Treasurer', needs: 'quick', when: 'May' } },
    'Lunch club',
  )
  expect(html).toContain('<caption>Barriers to take down: Lunch club</caption>')
  expect(html).toMatch(
    /<svg class="icon"[^>]* aria-hidden="true"[^>]*><path d="M[^"]+"\/><\/svg>Time and money<\/span> Fares<\/th>/,
  )
  expect(html).toContain('<td>Vouchers</td><td>Treasurer, May</td>')
})

test('what wasn’t written is said to be missing, and nothing is made up', () => {
  const html = list({ rules: { see: 'ID' } })
  expect(html).toContain('<td>Not said yet</td><td>Nobody named yet</td>')
  expect(html).not.toContain('voucher')
})

test('without an answer an example stands there, named as one', () => {
  const html = renderPicture('barrier-list').text
  expect(html).toContain('an example</caption>')
  expect(html).toContain('class="picture" data-picture="equality.barriers"')
  expect(list({}, 'Lunch club')).toContain('an example</caption>')
})

test('words are text, and the list asks for no style of its own', () => {
  const html = list({ place: { see: '<script>alert(1)</script>' } }, '<b>')
  expect(html).toContain('&lt;script&gt;')
  expect(html).not.toMatch(/<script>|<b>| style=/)
})
