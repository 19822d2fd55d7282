import { expect, test } from 'vitest'
import { loadContent } from '#core/content/load-content.ts'
import { lawBox } from '../../src/components/nation/law-box.ts'
import { nationRadios } from '../../src/components/nation/nation-radios.ts'

const { law } = loadContent()
const topic = (id: string) => law.find((t) => t.id === id) ?? expect.fail(id)
const rights = lawBox([topic('community-rights')]).text
const headings = (html: string) => [...html.matchAll(/<h4>([^<]+)<\/h4>/g)].map((m) => m[1])

test('all four nations stand in the page, under headings in order', () => {
  expect(headings(rights)).toEqual(['England', 'Wales', 'Scotland', 'Northern Ireland'])
  expect(rights).toMatch(/<div class="scotland"><h4>Scotland<\/h4><p>The Community Empowerment \(Scotland\) Act 2015/)
  expect(rights).toContain('>Community rights</h3>')
})

test('every sentence says where the law itself can be read, and the box how fresh it is and that it is no advice', () => {
  for (const t of law) {
    const html = lawBox([t]).text
    expect(html.split('Look it up: <a href="https://')).toHaveLength(5)
    expect(html).toContain(`>${t.dated}. This is a summary, not advice.`)
  }
})

test('where topics were looked up at different times, each sentence says when', () => {
  const html = lawBox([topic('public-duty'), topic('socio-economic-duty')]).text
  expect(html.split('Checked August 2025. Look it up')).toHaveLength(5)
  expect(html.split('Written November 2026. Look it up')).toHaveLength(5)
  expect(html).toContain('>This is a summary, not advice.')
})

test('several topics share one switch, and each is named under every nation', () => {
  const html = lawBox([topic('equality-law'), topic('public-duty')]).text
  expect(html).toContain('>The main equality law and public bodies’ equality duty</h3>')
  expect(html.match(/<fieldset/g)).toHaveLength(1)
  expect(headings(html)).toHaveLength(4)
  expect(html.match(/<b>Public bodies’ equality duty\.<\/b>/g)).toHaveLength(4)
})

test('the switch is one group of five with a name of its own, and begins by showing all four', () => {
  const values = [...rights.matchAll(/name="law-community-rights" value="([^"]+)"/g)].map((m) => m[1])
  expect(values).toEqual(['england', 'wales', 'scotland', 'northern-ireland', 'all'])
  expect(rights.match(/ checked/g)).toHaveLength(1)
  expect(rights).toMatch(/value="all"[^>]* checked>Show all four/)
  expect(nationRadios('nation', 'Where are you?').text).toContain('<legend>Where are you?</legend>')
})

test('words of the law file are text, and the box asks for no style of its own', () => {
  const odd = { ...topic('covenant'), title: '<b>&' }
  expect(lawBox([odd]).text).toContain('>&lt;b&gt;&amp;</h3>')
  expect(rights).not.toMatch(/ style=/)
})
