import { expect, test } from 'vitest'
import { LETTER, MIDDLE, placeAt, RINGS, SHAPE } from '../../src/components/chapter/pictures/map-places.ts'
import { renderPicture } from '../../src/components/chapter/pictures.ts'
import { anAnswer, aQuestion } from './an-answer.ts'

const choice = (id: string, options: string[]) => ({
  id,
  label: id,
  type: 'choice',
  notSure: true,
  options: options.map((o) => ({ id: o, label: o })),
})
const question = aQuestion({
  id: 'community.my-communities',
  sensitivity: 'S2',
  parts: [
    {
      name: 'communities',
      type: 'matrix',
      rows: { upTo: 6, label: 'Community' },
      columns: [
        choice('kind', ['place', 'interest', 'identity', 'practice', 'circumstance']),
        choice('closeness', ['near', 'middle', 'far']),
        choice('tie', ['bonding', 'bridging', 'linking']),
      ],
    },
  ],
})
type Row = [name: string, kind?: string, closeness?: string, tie?: string]
const draw = (rows: Row[]) =>
  renderPicture(
    'communities-map',
    anAnswer(question, {
      communities: rows.map(([row, kind, closeness, tie]) => ({ row, cells: { kind, closeness, tie } })),
    }),
  ).text

test('the words under the map say what it shows', () => {
  const html = draw([
    ['choir', 'interest', 'near', 'bonding'],
    ['street', 'place', 'near', 'bonding'],
    ['work', 'practice', 'middle', 'bridging'],
    ['council', 'place', 'far', 'linking'],
  ])
  const words =
    'Your map has 4 communities. Very close to you: choir (interest, bonding); street (place, bonding). In between: work (practice, bridging). Further out: council (place, linking). Ties: two bonding, one bridging, one linking.'
  expect(html).toContain(`<figcaption><p>${words}</p>`)
  expect(html.split(words)).toHaveLength(2)
  expect(html).toContain('role="img" aria-labelledby="communities-map.title"')
})

test('what wasn’t said isn’t claimed', () => {
  const html = draw([['choir'], ['', 'rather-not', 'not-sure', 'not-sure']])
  expect(html).toContain('<p>Your map has 2 communities. Closeness not said: choir; Community 2.</p>')
  expect(html).toContain('>Community 2</text>')
  expect(html.split('<figcaption>')[0]).not.toContain('class="tie')
})

test('each kind has a shape, and each tie a line, of its own', () => {
  const drawing = (rows: Row[]) => draw(rows).split('<figcaption>')[0] as string
  const shapes = ['place', 'interest', 'identity', 'practice', 'circumstance', ''].map(
    (k) => / d="([^"]*)"\/><text/.exec(drawing([['x', k || undefined]]))?.[1],
  )
  expect(new Set(shapes).size).toBe(6)
  expect(drawing([['x', 'place', 'near', 'bonding']]).match(/class="tie bonding"/g)).toHaveLength(1)
  expect(drawing([['x', 'place', 'near', 'linking']]).match(/class="tie linking"/g)).toHaveLength(2)
})

test('names are text, whatever is in them, and stand whole under the map', () => {
  const html = draw([['<script>alert(1)</script>', 'place', 'near']])
  expect(html).not.toContain('<script>')
  expect(html).toContain('Very close to you: &lt;script&gt;alert(1)&lt;/script&gt; (place).')
})

test('a kind that wasn’t said has a shape in the key only where the map has it', () => {
  expect(draw([['choir', 'interest'], ['street']])).toContain('kind not said</li>')
  expect(draw([['choir', 'interest']])).not.toContain('kind not said')
})

test('without an answer an example stands there, with words of its own', () => {
  const html = renderPicture('communities-map').text
  expect(html).toContain('A circle marked You with three rings around it.')
  expect(html).toContain('class="picture" data-picture="community.my-communities"')
  expect(renderPicture('communities-map', anAnswer(question, {}, { revision: 2 })).text).toBe(html)
})

test('the drawing asks for no style of its own, and an unknown picture stops the build', () => {
  expect(draw([['x', 'place', 'near', 'bonding']])).not.toMatch(/ style=/)
  expect(() => renderPicture('no-such')).toThrow('No picture is called “no-such”')
})

test('six labels never touch each other, a shape, or the edge, whatever their rings and lengths', () => {
  const names = [
    'Choir',
    'Tenants and residents association',
    'WWWWWWWWWWWWWWWWWWWW',
    '横浜の町内会と祭りの実行委員会',
    'a',
  ]
  for (let rings = 0; rings < 3 ** 6; rings++)
    for (const name of names) {
      const places = Array.from({ length: 6 }, (_, i) => placeAt(i, Math.floor(rings / 3 ** i) % RINGS.length, name))
      const labels = places.map(({ label }) => ({
        left: label.x - label.width / 2,
        right: label.x + label.width / 2,
        top: label.y - LETTER * 0.75,
        bottom: label.y + LETTER * 0.25,
      }))
      const shapes = places.map(({ x, y }) => ({
        left: x - SHAPE,
        right: x + SHAPE,
        top: y - SHAPE,
        bottom: y + SHAPE,
      }))
      const you = { left: MIDDLE - 24, right: MIDDLE + 24, top: MIDDLE - 24, bottom: MIDDLE + 24 }
      const apart = (a: typeof you, b: typeof you) =>
        a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top
      const all = [...shapes, you]
      labels.forEach((label, i) => {
        const touched = [...labels.filter((_, j) => j !== i), ...all].filter((other) => !apart(label, other))
        if (touched.length || label.left < 0 || label.right > MIDDLE * 2 || label.top < 20 || label.bottom > 340)
          expect.fail(`label ${i} of ${name}, rings ${rings}: ${JSON.stringify([label, touched])}`)
      })
    }
})
