import { expect, test } from 'vitest'
import { markAt } from '../../src/components/chapter/pictures/web-places.ts'
import { renderPicture } from '../../src/components/chapter/pictures.ts'
import { anAnswer, aQuestion } from './an-answer.ts'

const ROWS = ['confident', 'inclusive', 'organised', 'cooperative', 'influential']
const question = aQuestion({
  id: 'empower.five-rating',
  parts: [
    {
      name: 'ratings',
      type: 'matrix',
      rows: ROWS.map((id) => ({ id, label: `${id}: what it means` })),
      columns: [{ id: 'strength', label: 'How strong', type: 'scale', low: 'Hardly there', high: 'Strong' }],
    },
  ],
})
/** An answer, one rating a row in the order of the rows; '' was left blank. */
const rated = (points: (number | string)[], savedAt = Date.UTC(2026, 5, 3)) =>
  anAnswer(
    question,
    { ratings: points.map((p, i) => ({ row: ROWS[i], cells: { strength: String(p) } })) },
    { savedAt, revision: 2 },
  )
const draw = (now: (number | string)[], before: ReturnType<typeof rated> | null = null) =>
  renderPicture('five-dimensions', rated(now), before).text
const wordsIn = (html: string) => /<figcaption><p>([^<]*)</.exec(html)?.[1]
const lineIn = (html: string, name: string) => new RegExp(`class="${name}" d="([^"]*)"`).exec(html)?.[1]

test('the words under the web say what it shows', () => {
  expect(wordsIn(draw([4, 2, 3, 3, 1]))).toBe(
    'Confident 4, Inclusive 2, Organised 3, Cooperative 3, Influential 1. Strongest: Confident. Lowest: Influential.',
  )
  expect(wordsIn(draw([4, 2, 4, 2, 2]))).toContain(
    'Strongest: Confident and Organised. Lowest: Inclusive, Cooperative and Influential.',
  )
  expect(wordsIn(draw([3, 3, 3, 3, 3]))).toMatch(/Influential 3\. All level\.$/)
})

test('a rating stands on its line, further out the higher it is, with its number and its words', () => {
  const html = draw([4, 2, 3, 3, 1])
  const { x, y } = markAt(0, 4)
  expect(html).toContain(
    `<g transform="translate(${x} ${y})"><title>Confident: 4 out of 5</title><circle r="12"/><text class="point" y="6">4</text></g>`,
  )
  expect([1, 2, 3, 4, 5].map((p) => markAt(0, p).y)).toEqual([132, 108, 84, 60, 36])
  expect(lineIn(html, 'now')).toBe(
    `M${[4, 2, 3, 3, 1].map((p, i) => `${markAt(i, p).x} ${markAt(i, p).y}`).join('L')}Z`,
  )
})

test('what wasn’t rated is a gap in the line, and is said', () => {
  const html = draw([4, 'not-sure', 3, 'rather-not', ''])
  expect(wordsIn(html)).toBe(
    'Confident 4, Organised 3. Strongest: Confident. Lowest: Organised. Don’t know: Inclusive. Not rated: Cooperative and Influential.',
  )
  expect(html.match(/<circle r="12"/g)).toHaveLength(2)
  expect(lineIn(html, 'now')).toBe('')
  expect(lineIn(draw([4, 'not-sure', 3, 3, 1]), 'now')?.match(/M/g)).toHaveLength(3)
  expect(wordsIn(draw(['not-sure', 'not-sure', '', '', '']))).toBe(
    'Don’t know: Confident and Inclusive. Not rated: Organised, Cooperative and Influential.',
  )
})

test('ratings from before are dotted, with marks of another shape where they moved, and their month', () => {
  const html = draw([4, 3, 3, 3, 1], rated([4, 2, 3, 'not-sure', 2], Date.UTC(2026, 2, 9)))
  expect(wordsIn(html)).toMatch(/Since March: Inclusive up 1, Influential down 1\.$/)
  expect(lineIn(html, 'was')?.match(/M/g)).toHaveLength(3)
  const drawing = html.split('<figcaption>')[0] as string
  expect(drawing.match(/class="mark"/g)).toHaveLength(2)
  expect(drawing).toContain('<title>Inclusive before: 2 out of 5</title>')
  expect(html).toContain('before, March</li>')
  expect(draw([4, 3, 3, 3, 1])).not.toContain('class="was"')
})

test('a month is given its day or its year where it needs one', () => {
  const since = (at: number) => /Since ([^:]*):/.exec(draw([4, 3, 3, 3, 1], rated([1, 1, 1, 1, 1], at)))?.[1]
  expect(since(Date.UTC(2026, 5, 1))).toBe('1 June')
  expect(since(Date.UTC(2025, 5, 1))).toBe('June 2025')
  // Already March in London.
  expect(since(Date.UTC(2026, 2, 31, 22, 30))).toBe('March')
  expect(since(Date.UTC(2026, 3, 30, 23, 30))).toBe('May')
})

test('without a rating an example stands there that says so, and an empty web to draw on for paper', () => {
  const html = renderPicture('five-dimensions').text
  expect(html).toContain('The shape reaches far out on Confident and hardly at all on Influential.')
  expect(html).toContain('<p class="on-screen">An example.')
  expect(html).toContain('<p class="by-hand">To draw your own')
  expect(/<g class="by-hand">(.*?)<\/g>/.exec(html)?.[1]?.match(/>\d</g)).toEqual(['>1<', '>2<', '>3<', '>4<', '>5<'])
  expect(draw([4, 2, 3, 3, 1])).not.toContain('by-hand')
  expect(renderPicture('five-dimensions', anAnswer(question, {})).text).toBe(html)
})

test('the drawing asks for no style of its own', () => {
  expect(draw([4, 2, 3, 3, 1], rated([1, 1, 1, 1, 1]))).not.toMatch(/ style=/)
})
