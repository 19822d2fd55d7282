import { expect, test } from 'vitest'
import { escapeHtml, html, raw } from '../../src/components/html.ts'
import { compileTemplate, splice } from '../../src/web/splice.ts'

const page = `<h1>One</h1><!--[question community.belong]--><p>blank</p><!--[/question]--><p>between</p>
<!--[picture communities-map community.my-communities]-->still<!--[/picture]--><!-- a comment --></html>`

test('a page is cut at its slots, each with its name, its words and what was built there', () => {
  expect(compileTemplate(page).slots).toEqual([
    { name: 'question', args: ['community.belong'], inside: '<p>blank</p>' },
    { name: 'picture', args: ['communities-map', 'community.my-communities'], inside: 'still' },
  ])
})

test('null keeps what was built, and everything around it', () => {
  expect(splice(compileTemplate(page), () => null)).toBe(page.replace(/<!--\[.*?\]-->/g, ''))
})

test('each slot takes what is rendered for it', () => {
  const filled = splice(compileTemplate(page), (slot) =>
    slot.name === 'question' ? html`<p>${slot.args[0]}</p>` : null,
  )
  expect(filled).toContain('<h1>One</h1><p>community.belong</p><p>between</p>')
  expect(filled).toContain('still<!-- a comment -->')
})

test('a page without slots is served as it is', () => {
  expect(splice(compileTemplate('<p>plain</p>'), () => raw('x'))).toBe('<p>plain</p>')
})

test('what a learner wrote stays inert: no pattern, comment, tag or slot of theirs does anything', () => {
  const texts = [
    '$& $1 $$ $`',
    '-->',
    '<script>alert(1)</script>',
    '<!--[question community.belong]-->x<!--[/question]-->',
  ]
  for (const text of texts) {
    const filled = splice(compileTemplate(page), () => html`<p>${text}</p>`)
    expect(filled.split(`<p>${escapeHtml(text)}</p>`)).toHaveLength(3)
    expect(compileTemplate(filled).slots).toEqual([])
  }
})

test('a page is rendered many times from one template, each time anew', () => {
  const template = compileTemplate(page)
  const pages = ['Ama', 'Ben'].map((name) => splice(template, () => html`<b>${name}</b>`))
  expect(pages[0]).not.toContain('Ben')
  expect(pages[1]).not.toContain('Ama')
})

test('a slot that is left open, closed twice, or stands in another stops the start', () => {
  expect(() => compileTemplate('<!--[question a.b]-->')).toThrow('[question a.b] without its end')
  expect(() => compileTemplate('<!--[/question]-->')).toThrow('no slot is open')
  expect(() => compileTemplate('<!--[question a.b]--><!--[picture x a.b]-->')).toThrow('the end of [question]')
})
