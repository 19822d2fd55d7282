import type { Answer } from '#core/answers/answer.ts'
import { isAbstention, labelOf } from '#core/questions/part.ts'
import { columnOptions, type Matrix, type MatrixRow } from '#core/questions/parts/matrix.ts'
import { type Html, html } from '../../html.ts'
import { MIDDLE, placeAt, RINGS, SHAPE } from './map-places.ts'

/** Shapes say the kind, lines the tie; never colour alone. */
const SHAPES: Record<string, string> = {
  place: 'M-12-12H12V12H-12Z',
  interest: 'M-13 0A13 13 0 1 0 13 0A13 13 0 1 0-13 0Z',
  identity: 'M0-15L15 0L0 15L-15 0Z',
  practice: 'M0-14L15 11H-15Z',
  circumstance: 'M-14 0L-7-12H7L14 0L7 12H-7Z',
}
const NO_KIND = 'M-3-12H3V-3H12V3H3V12H-3V3H-12V-3H-3Z'
const TIES = ['bonding', 'bridging', 'linking'] as const
const CLOSENESS = ['near', 'middle', 'far']
const RING_WORDS = ['Very close to you', 'In between', 'Further out']
const NUMBERS = ['no', 'one', 'two', 'three', 'four', 'five', 'six']

interface Community {
  name: string
  kind: string | undefined
  kindLabel: string | undefined
  tie: string | undefined
  /** 0 to 2, nearest first; undefined when it wasn't said. */
  ring: number | undefined
}

/** "My communities map": You in the middle, three rings for closeness, a shape for each community. */
export function communitiesMap(answer: Answer | null): Html {
  const communities = answer ? communitiesIn(answer) : []
  const drawn = communities.length > 0
  // The words of a map of one's own stand below it, and aren't read out twice.
  const words = drawn
    ? mapWords(communities)
    : 'A circle marked You with three rings around it. Shapes on the rings stand for communities; line styles show three kinds of tie.'
  return html`<svg class="map" viewBox="0 20 360 320" role="img" aria-labelledby="communities-map.title${drawn || ' communities-map.words'}">
<title id="communities-map.title">My communities map</title>${drawn || html`<desc id="communities-map.words">${words}</desc>`}
${[...RINGS].reverse().map((r) => html`<circle class="ring" cx="${MIDDLE}" cy="${MIDDLE}" r="${r}"/>`)}
${(drawn ? communities : EXAMPLE).map(drawCommunity)}
<circle class="you" cx="${MIDDLE}" cy="${MIDDLE}" r="24"/><text class="you-word" x="${MIDDLE}" y="${MIDDLE + 6}">You</text></svg>
<figcaption><p>${drawn ? words : 'An example. Fill in your communities, and your own map is drawn here. Only you see it.'}</p>${keyOf(communities)}</figcaption>`
}

const example = (kind: string, tie: string, ring: number): Community => ({ name: '', kind, kindLabel: kind, tie, ring })
const EXAMPLE = [
  example('place', 'bonding', 0),
  example('interest', 'bonding', 1),
  example('identity', 'bridging', 1),
  example('practice', 'linking', 2),
  example('circumstance', 'bridging', 2),
]

function communitiesIn({ asked, value }: Answer): Community[] {
  const part = asked.parts.find((p): p is Matrix => p.type === 'matrix')
  if (!part) return []
  const chosen = (row: MatrixRow, column: string) => {
    const id = row.cells[column]
    return id && !isAbstention(id) ? id : undefined
  }
  const kinds = part.columns.find((c) => c.id === 'kind')
  return (value[part.name] as MatrixRow[]).map((row, i) => {
    const kind = chosen(row, 'kind')
    const ring = CLOSENESS.indexOf(chosen(row, 'closeness') ?? '')
    return {
      name: row.row.trim() || `${Array.isArray(part.rows) ? 'Community' : part.rows.label} ${i + 1}`,
      kind,
      kindLabel: kind && kinds ? labelOf(columnOptions(kinds), kind).toLowerCase() : undefined,
      tie: chosen(row, 'tie'),
      ring: ring === -1 ? undefined : ring,
    }
  })
}

function drawCommunity({ name, kind, tie, ring }: Community, index: number): Html {
  // Where closeness wasn't said, the outer ring claims least.
  const { x, y, label } = placeAt(index, ring ?? 2, name)
  return html`<g>${tie && drawTie(tie, x, y)}<path class="shape" transform="translate(${x} ${y})" d="${SHAPES[kind ?? ''] ?? NO_KIND}"/>${
    label.text && html`<text x="${label.x}" y="${label.y}">${label.text}</text>`
  }</g>`
}

/** From the rim of "You" to the rim of the shape; linking is a pair of lines. */
function drawTie(tie: string, x: number, y: number): Html {
  const length = Math.hypot(x - MIDDLE, y - MIDDLE)
  const [dx, dy] = [(x - MIDDLE) / length, (y - MIDDLE) / length]
  const line = (aside: number) => {
    const at = (far: number) =>
      `${Math.round(MIDDLE + dx * far - dy * aside)} ${Math.round(MIDDLE + dy * far + dx * aside)}`
    return html`<path class="tie ${tie}" d="M${at(24)}L${at(length - SHAPE)}"/>`
  }
  return tie === 'linking' ? html`${line(-3)}${line(3)}` : line(0)
}

const communityWords = ({ name, kindLabel, tie }: Community): string => {
  const said = [kindLabel, tie].filter(Boolean).join(', ')
  return said ? `${name} (${said})` : name
}

/** The same in words, made from the answer: every community, with all that the drawing says of it. */
export function mapWords(communities: Community[]): string {
  const placed = [...RING_WORDS, undefined].flatMap((words, ring) => {
    const there = communities.filter((c) => c.ring === (words ? ring : undefined)).map(communityWords)
    return there.length ? [`${words ?? 'Closeness not said'}: ${there.join('; ')}.`] : []
  })
  const ties = TIES.flatMap((tie) => {
    const count = communities.filter((c) => c.tie === tie).length
    return count ? [`${NUMBERS[count] ?? count} ${tie}`] : []
  })
  return [
    `Your map has ${communities.length} ${communities.length === 1 ? 'community' : 'communities'}.`,
    ...placed,
    ...(ties.length ? [`Ties: ${ties.join(', ')}.`] : []),
  ].join(' ')
}

const sample = (inside: Html): Html =>
  html`<svg class="map" viewBox="-18 -18 36 36" aria-hidden="true" focusable="false">${inside}</svg>`

/** What shapes and lines mean; what wasn't said is explained where the map has it. */
const keyOf = (communities: Community[]): Html =>
  html`<ul class="map-key" role="list">${Object.keys(SHAPES).map(
    (kind) => html`<li>${sample(html`<path class="shape" d="${SHAPES[kind]}"/>`)}${kind}</li>`,
  )}${
    communities.some((c) => !c.kind) &&
    html`<li>${sample(html`<path class="shape" d="${NO_KIND}"/>`)}kind not said</li>`
  }${TIES.map(
    (tie) =>
      html`<li>${sample(
        tie === 'linking'
          ? html`<path class="tie linking" d="M-17-3H17M-17 3H17"/>`
          : html`<path class="tie ${tie}" d="M-17 0H17"/>`,
      )}${tie}</li>`,
  )}</ul>`
