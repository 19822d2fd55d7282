import { expect, test } from 'vitest'
import { namesInPage, namesInProgram } from '../../src/cli/names-in.ts'
import { pruneStyles } from '../../src/cli/prune-styles.ts'

const PAGE = '<main id="main"><p class="soft lead" data-state="saved" hidden>Words of the map</p><table></table></main>'
const left = (css: string, page = PAGE) => pruneStyles(css, namesInPage(page))

test('rules stay for what is there, and go with a name that is not', () => {
  const css = '.soft{a:b}.map{a:b}#main p{a:b}#other p{a:b}table td{a:b}[data-state=saved]{a:b}[open] p{a:b}'
  expect(left(css)).toBe('.soft{a:b}#main p{a:b}[data-state=saved]{a:b}')
})

test('of several selectors those stay that can match', () => {
  expect(left('.map,.soft,ul{a:b}')).toBe('.soft{a:b}')
})

test('one of several is enough in :is, :where and :has; what :not names may be missing', () => {
  const kept = ':is(.map,.soft) p{a:b}:where(h1,p){a:b}main:has(ul,p){a:b}p:not(.map){a:b}:root{a:b}p:hover::after{a:b}'
  expect(left(`${kept}:is(.map,ul){a:b}main:has(>ul){a:b}`)).toBe(kept)
})

test('blocks that are left empty go; the order of layers and frames of movement stay', () => {
  const css = '@layer one,two;@layer two{@media print{.map{a:b}}}@layer two{.soft{a:b}}@keyframes k{from{a:b}}'
  expect(left(css)).toBe('@layer one,two;@layer two{.soft{a:b}}@keyframes k{from{a:b}}')
})

test('the blocks of one layer become one, in their order, where the first stood', () => {
  expect(left('@layer x{p{a:b}}@layer y{p{a:c}}@layer x{.soft{a:d}}')).toBe(
    '@layer x{p{a:b}.soft{a:d}}@layer y{p{a:c}}',
  )
})

test('a nested rule goes by its own names, and with the rule it stands in', () => {
  expect(left('.soft{a:b;& table{a:b}& ul{a:b}}.map{a:b;& p{a:b}}')).toBe('.soft{a:b;& table{a:b}}')
})

test('of a program the tags, classes and strings of what it makes count, and not its prose or its own names', () => {
  const names = namesInProgram(`
import { barriers } from './barriers.ts'
/** The map of the room. */
const built = html\`<section class="picture\${two && ' two'}"><p>Words to read</p></section>\`
wrong.className = 'wrong'
form.dataset.wasSaved = ''
`)
  for (const name of ['picture', 'two', 'wrong']) expect(names.classes).toContain(name)
  for (const name of ['barriers', 'map', 'built', 'read']) expect(names.classes).not.toContain(name)
  expect(names.tags).toContain('section')
  expect(names.attributes).toContain('data-was-saved')
})
