import type { Answer } from '#core/answers/answer.ts'
import { type Html, html } from '../../html.ts'
import { GRID, NAME, REACH, type Spot, spotsOf } from './influence-places.ts'
import { influenceWords, warningFor } from './influence-words.ts'
import { canPlace, type Placeable, QUARTERS, type Stakeholder, stakeholdersIn } from './stakeholders.ts'

/** “Us” stands below the grid: we are on nobody’s side of it. */
const US = { x: 192, y: 402, width: 52, height: 32 } as const
const MIDWAY = { x: GRID.left + 2 * GRID.cell, y: GRID.top + 3 * GRID.cell } as const

const EXAMPLE: Stakeholder[] = [
  { name: 'Head of leisure', power: 5, interest: 2, link: 'weak' },
  { name: 'Pool manager', power: 3, interest: 4, link: 'strong' },
  { name: 'Swimming club', power: 3, interest: 5, link: 'weak' },
  { name: 'Sunday swimmers', power: 1, interest: 5, mostAffected: true, link: 'none' },
  { name: 'Café next door', power: 2, interest: 2, link: 'weak' },
]

/** Who has a stake in an issue: interest across, power up, a ring round those affected most, a line where a link is. */
export function influenceMap(answer: Answer | null): Html {
  const mine = answer ? stakeholdersIn(answer) : []
  const people = mine.length ? mine : EXAMPLE
  const placed = people.filter(canPlace)
  return html`<svg class="map stakes" viewBox="0 0 360 424" role="img" aria-labelledby="influence-map.title"><title id="influence-map.title">${
    mine.length ? 'My influence map' : 'An example of an influence map'
  }</title>${GROUND}${drawPeople(placed)}${drawUs('Us')}</svg>
<figcaption>${mine.length === 0 && html`<p><b>An example,</b> made up: who has a stake in the pool’s Sunday session. Name your own people and groups, and your map is drawn here. Only you see it.</p>`}
${warningFor(placed)}${influenceWords(people)}${KEY}</figcaption>
<svg class="map stakes blank" viewBox="0 0 360 424" aria-hidden="true">${GROUND}${drawUs('Us')}</svg>`
}

function drawPeople(people: Placeable[]): Html {
  const spots = spotsOf(people)
  const each = (draw: (spot: Spot, person: Placeable) => Html | false) =>
    spots.map((spot, i) => draw(spot, people[i] as Placeable))
  // Names last, so that no line runs through one.
  return html`${each((spot, { link }) => (link === 'weak' || link === 'strong') && drawLink(spot, link))}${each(
    ({ x, y, leader }) => leader !== null && html`<path class="leader" d="M${x} ${y}L${leader.x} ${leader.y}"/>`,
  )}${each(
    ({ x, y }, { mostAffected }) =>
      html`${mostAffected && html`<circle class="most" cx="${x}" cy="${y}" r="${REACH - 1}"/>`}<circle class="dot" cx="${x}" cy="${y}" r="5"/>`,
  )}${each(
    ({ text, box }) =>
      html`<text x="${Math.round((box.left + box.right) / 2)}" y="${Math.round(box.bottom - NAME.height * 0.27)}">&#x2068;${text}&#x2069;</text>`,
  )}`
}

/** From “us” to the rim of a dot. */
function drawLink({ x, y }: Spot, link: 'weak' | 'strong'): Html {
  const top = US.y - US.height / 2
  const short = 1 - REACH / Math.hypot(x - US.x, y - top)
  return html`<path class="link ${link}" d="M${US.x} ${top}L${Math.round(US.x + (x - US.x) * short)} ${Math.round(top + (y - top) * short)}"/>`
}

const drawUs = (word: string): Html =>
  html`<rect class="us" x="${US.x - US.width / 2}" y="${US.y - US.height / 2}" width="${US.width}" height="${US.height}"/><text class="us-word" x="${US.x}" y="${US.y + 6}">${word}</text>`

const lines = (steps: number[], draw: (at: number) => string) => steps.map(draw).join('')
const { left, right, top, bottom, cell } = GRID
const shortMove = ['Talk early, agree the ask', 'Give a reason', 'Organise together', 'Keep informed']

/** The grid with its two axes, and in each quarter what one might do there. */
const GROUND = html`<path class="net" d="${lines([1, 2, 3, 4], (n) => `M${left + n * cell} ${top}V${bottom}M${left} ${top + n * cell}H${right}`)}"/><path class="cross" d="M${left} ${top}H${right}V${bottom}H${left}ZM${MIDWAY.x} ${top}V${bottom}M${left} ${MIDWAY.y}H${right}"/>${QUARTERS.map(
  (quarter, i) =>
    html`<text class="move${quarter.interest && ' far'}" x="${quarter.interest ? right : left}" y="${quarter.power ? top - 9 : bottom + 20}">${shortMove[i]}</text>`,
)}<text class="axis" transform="translate(20 ${(top + bottom) / 2}) rotate(-90)">More power →</text><text class="axis far" x="${right}" y="${US.y + 6}">More interest →</text>`

const sample = (inside: Html): Html =>
  html`<svg class="map stakes" viewBox="-18 -18 36 36" aria-hidden="true" focusable="false">${inside}</svg>`
const dot = html`<circle class="dot" r="5"/>`
const KEY = html`<ul class="map-key" role="list"><li>${sample(html`<circle class="most" r="${REACH - 1}"/>${dot}`)}affected a lot</li><li>${sample(dot)}affected less, or not said</li><li>${sample(html`<path class="link strong" d="M-17 0H17"/>`)}strong link with us</li><li>${sample(html`<path class="link weak" d="M-17 0H17"/>`)}weak link</li></ul>`
