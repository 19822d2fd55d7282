import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { cycle } from '#core/content/cycle.ts'
import { loadContent } from '#core/content/load-content.ts'
import { readYaml } from '#core/content/read-yaml.ts'
import type { Clause } from '#core/standards/standard.ts'
import { renderCycle } from '../../src/components/chapter/cycle.ts'
import { drawLoop } from '../../src/components/chapter/pictures/cycle-loop.ts'

const { data: loop } = readYaml(resolve('content/cycle.yaml'), cycle)
const { clause } = loadContent()
const page = renderCycle(loop, (uid) => clause(uid) as Clause).text

test('the four stops stand in order, each with both lists, what changes and its clauses; then the way back', () => {
  const stops = loop.stops.flatMap(({ name, decides, offers, clauses, taken }) => [
    `<h4>${name}</h4>`,
    ...[loop.decides, ...decides],
    taken,
    ...[loop.offers, ...offers],
    ...clauses.map((uid) => `href="${clause(uid)?.path}"`),
  ])
  const words = [loop.title, ...loop.stops.map(({ name }) => `</b> ${name}</label>`), ...stops, loop.closing]
  let from = 0
  for (const word of words) {
    const at = page.indexOf(word, from)
    expect(at, word).toBeGreaterThanOrEqual(from)
    from = at + 1
  }
  expect(page.match(/<h4>/g)).toHaveLength(4)
})

/** Where each line of the rim begins and ends: angles clockwise from the top, in degrees. */
const rimOf = (drawing: string) =>
  [...drawing.matchAll(/id="cycle\.rim\d" d="M([\d.]+) ([\d.]+)A[\d. ]+? 0 0 ([01]) ([\d.]+) ([\d.]+)"/g)].map((m) => {
    const [x1, y1, clockwise, x2, y2] = m.slice(1).map(Number) as [number, number, number, number, number]
    const angle = (x: number, y: number) => ((Math.atan2(x - 200, 200 - y) * 180) / Math.PI + 360) % 360
    const [from, to] = clockwise ? [angle(x1, y1), angle(x2, y2)] : [angle(x2, y2), angle(x1, y1)]
    return { from, size: (to - from + 360) % 360, rightwards: x2 - x1 }
  })

test.for([
  { case: 'as they are', values: loop.values },
  {
    case: 'one long, one short',
    values: ['Fair', 'Everybody who lives here has a say in it', 'Open', 'Kind', 'Patient'],
  },
])('the values share the rim, and none of them is upside down: $case', ({ values }) => {
  const rim = rimOf(drawLoop({ ...loop, values }).text)
  expect(rim).toHaveLength(values.length)
  rim.forEach(({ from, size, rightwards }, i) => {
    expect(rightwards, values[i]).toBeGreaterThan(-60)
    const next = rim[(i + 1) % rim.length]?.from as number
    const gap = ((next - from - size + 900) % 360) - 180
    expect(Math.abs(gap), `${values[i]}: degrees to the next`).toBeLessThan(1)
  })
  expect(rim.reduce((sum, { size }) => sum + size, 0)).toBeCloseTo(360, 0)
})
