import { expect, test } from 'vitest'
import { apart, type Box, GRID, NAME, REACH, spotsOf } from '../../src/components/chapter/pictures/influence-places.ts'
import type { Placeable } from '../../src/components/chapter/pictures/stakeholders.ts'
import { renderPicture } from '../../src/components/chapter/pictures.ts'
import { questionsIn } from '../content/chapter-text.ts'
import { anAnswer, aQuestion } from './an-answer.ts'

const [written] = questionsIn('influence.yaml').filter((q) => q.id === 'influence.map')
const question = aQuestion({ ...written })
type Row = [name: string, power?: string, interest?: string, affected?: string, link?: string]
const draw = (rows: Row[]) =>
  renderPicture(
    'influence-map',
    anAnswer(question, {
      people: rows.map(([row, power, interest, affected, link]) => ({
        row,
        cells: { power, interest, affected, link },
      })),
    }),
  ).text
const drawing = (rows: Row[]) => draw(rows).split('<figcaption>')[0] as string
/** The words as they are read: without their marks. */
const read = (html: string) =>
  html
    .replace(/^[\s\S]*?<figcaption>|<svg[\s\S]*?<\/svg>/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+([.,;)]|$)/g, '$1')
    .replace(/\s+/g, ' ')
    .replaceAll('( ', '(')

test('the words under the map are four lists by quarter, then those affected most', () => {
  const words = read(
    draw([
      ['councillor', '5', '4', 'little', 'strong'],
      ['engineer', '4', '2', 'little', 'none'],
      ['Mrs P.', '1', '5', 'lot', 'none'],
      ['paper', '2', '2'],
    ]),
  )
  expect(words).toContain(
    'High power, high interest. Talk early, agree the ask. councillor (power 5, interest 4, strong link).',
  )
  expect(words).toContain(
    'High power, low interest. Give one clear reason to care. engineer (power 4, interest 2, no link yet).',
  )
  expect(words).toContain('Low power, high interest. Organise together. Mrs P. (power 1, interest 5, no link yet).')
  expect(words).toContain('Low power, low interest. Keep informed. paper (power 2, interest 2).')
  expect(words).toContain('Most affected: Mrs P., low power, no link yet. Involve them first, on their terms.')
})

test('it asks how those with least power will shape it, and only where the map has any', () => {
  const question = 'Most affected, least power: how will they shape this?'
  expect(
    read(
      draw([
        ['night shift', '2', '5', 'lot'],
        ['school', '3', '5', 'lot'],
      ]),
    ),
  ).toContain(`${question} night shift High`)
  expect(
    draw([
      ['school', '3', '5', 'lot'],
      ['shop', '1', '1', 'little'],
    ]),
  ).not.toContain(question)
})

test('a ring stands for most affected, and each kind of link has a line of its own', () => {
  const count = (rows: Row[], what: string) => drawing(rows).split(`class="${what}"`).length - 1
  expect(
    count(
      [
        ['a', '1', '1', 'lot', 'none'],
        ['b', '2', '2', 'little'],
      ],
      'most',
    ),
  ).toBe(1)
  expect(count([['a', '1', '1', 'lot', 'weak']], 'link weak')).toBe(1)
  expect(count([['a', '1', '1', 'lot', 'strong']], 'link strong')).toBe(1)
  expect(
    drawing([
      ['a', '1', '1', 'lot', 'none'],
      ['b', '2', '2', 'lot', 'rather-not'],
    ]),
  ).not.toContain('class="link')
})

test('somebody whose power or interest isn’t said is named in words, and drawn nowhere', () => {
  const rows: Row[] = [
    ['neighbour', 'not-sure', '5', 'lot', 'weak'],
    ['', '3', '3'],
  ]
  expect(drawing(rows)).not.toContain('neighbour')
  expect(drawing(rows)).toContain('Role or group 2')
  expect(read(draw(rows))).toContain('Not on the grid yet, as power or interest isn’t said: neighbour (weak link).')
  expect(read(draw(rows))).toContain('Most affected: neighbour, power not said, weak link.')
})

test('names are text, whatever is in them, and keep their own direction', () => {
  const html = draw([
    ['<script>alert(1)</script>', '3', '3'],
    ['مجلس الحي', '4', '4'],
  ])
  expect(html).not.toContain('<script>')
  expect(html).toContain('<bdi>مجلس الحي</bdi> (power 4')
  expect(html).toContain('&#x2068;مجلس الحي&#x2069;</text>')
  expect(html).not.toMatch(/ style=/)
})

test('without an answer it draws an example, and says so; there is always an empty grid for paper', () => {
  const html = renderPicture('influence-map').text
  expect(html).toContain('<b>An example,</b>')
  expect(html).toContain('how will they shape this?')
  expect(renderPicture('influence-map', anAnswer(question, {}, { revision: 2 })).text).toBe(html)
  for (const page of [html, draw([['a', '1', '1']])])
    expect(/<svg class="map stakes blank"[\s\S]*/.exec(page)?.[0]).not.toContain('class="dot"')
  expect(draw([['a', '1', '1']])).not.toContain('An example')
})

/** The same numbers in the same order on every run. */
function* numbers(below: number): Generator<number> {
  for (let n = 7; ; ) {
    n = (n * 48_271) % 2_147_483_647
    yield n % below
  }
}

test('eight labels never touch each other, a dot or the edge, wherever they stand and however long they are', () => {
  const names = [
    'MP',
    'Tenants and residents association',
    'WWWWWWWWWWWWWWWWWWWWWW',
    '横浜の町内会と祭りの実行委員会',
    '👨‍👩‍👧‍👦👨‍👩‍👧‍👦👨‍👩‍👧‍👦',
  ]
  const cells = Array.from({ length: 25 }, (_, i) => ({ interest: (i % 5) + 1, power: Math.floor(i / 5) + 1 }))
  const all = (at: (i: number) => { interest: number; power: number }, name: (i: number) => string): Placeable[] =>
    Array.from({ length: 8 }, (_, i) => ({ name: name(i), ...at(i) }))
  const random = numbers(1000)
  const next = (below: number) => (random.next().value as number) % below
  const maps = cells.flatMap((cell) =>
    names.map((name) =>
      all(
        () => cell,
        () => name,
      ),
    ),
  )
  for (let i = 0; i < 150; i++) {
    const few = Array.from({ length: 1 + next(8) }, () => cells[next(25)] as (typeof cells)[0])
    maps.push(
      all(
        (n) => few[n % few.length] as (typeof cells)[0],
        () => names[next(names.length)] as string,
      ),
    )
  }
  for (const map of maps) {
    const spots = spotsOf(map)
    const dots = spots.map(
      ({ x, y }): Box => ({ left: x - REACH, right: x + REACH, top: y - REACH, bottom: y + REACH }),
    )
    const boxes = [...dots, ...spots.map((s) => s.box)]
    boxes.forEach((box, i) => {
      const outside = box.left < GRID.left || box.right > GRID.right || box.top < GRID.top || box.bottom > GRID.bottom
      if (outside || boxes.some((other, j) => j < i && !apart(box, other))) expect.fail(`${i}: ${JSON.stringify(map)}`)
    })
    expect(spots.every((s) => s.box.right - s.box.left <= NAME.room + NAME.margin * 2 + 1)).toBe(true)
  }
})
