import type { Answer } from '#core/answers/answer.ts'
import type { MatrixRow } from '#core/questions/parts/matrix.ts'
import { endsOf, type Rating, ratingsIn } from '#core/questions/ratings.ts'
import { type Html, html } from '../../html.ts'
import { TIME_ZONE } from '../../question/saved-words.ts'
import { AXES, lineThrough, markAt, ringAt } from './web-places.ts'

/** By axis: a point from 1 to 5, or undefined where there is none. */
type Points = (number | undefined)[]

const EXAMPLE: Points = [4, 2, 3, 3, 1]
const RINGS = [1, 2, 3, 4, 5]

/** "Five-dimension web": a solid line for now, a dotted one for before, a gap where something wasn't rated. */
export function fiveDimensions(answer: Answer | null, before: Answer | null): Html {
  if (!answer)
    return html`<svg class="map web" viewBox="0 0 360 292" role="img" aria-labelledby="five-dimensions.title five-dimensions.words">
<title id="five-dimensions.title">The five dimensions</title><desc id="five-dimensions.words">A five-pointed web chart. The shape reaches far out on Confident and hardly at all on Influential.</desc>
${emptyWeb()}<g class="on-screen">${drawShape(EXAMPLE, [])}</g><g class="by-hand">${RINGS.map((r) => html`<text x="168" y="${162 - r * 24}">${r}</text>`)}</g></svg>
<figcaption><p class="on-screen">An example. Rate a group, and its own shape is drawn here.</p><p class="by-hand">To draw your own: mark each line from 1, nearest the middle, to 5 at the rim. Then join the marks.</p></figcaption>`
  const now = pointsOf(answer)
  const then = before ? pointsOf(before) : []
  return html`<svg class="map web" viewBox="0 0 360 292" role="img" aria-labelledby="five-dimensions.title">
<title id="five-dimensions.title">The five dimensions, as you rated them</title>
${emptyWeb()}${drawShape(now, then)}</svg>
<figcaption><p>${webWords(answer, before)}</p>${before && keyOf(sinceWords(before, answer))}</figcaption>`
}

const pointsOf = (answer: Answer): Points => {
  const ratings = ratingsIn(answer)
  return AXES.map((axis) => ratings.find((r) => r.row === axis.row)?.point)
}

const emptyWeb = (): Html =>
  html`${RINGS.map((r) => html`<path class="ring" d="${ringAt(r)}"/>`)}${AXES.map(
    (axis, i) =>
      html`<path class="ring" d="${lineThrough([markAt(i, 0), markAt(i, 5)])}"/><text x="${axis.x}" y="${axis.y}">${axis.name}</text>`,
  )}`

function drawShape(now: Points, then: Points): Html {
  const places = (points: Points) => AXES.map((_, i) => (points[i] ? markAt(i, points[i]) : undefined))
  const marks = (points: Points, draw: (point: number) => Html, when: string) =>
    places(points).map(
      (at, i) =>
        at &&
        html`<g transform="translate(${at.x} ${at.y})"><title>${AXES[i]?.name}${when}: ${points[i]} out of 5</title>${draw(points[i] as number)}</g>`,
    )
  // Where a rating is what it was, its mark stands for both.
  const moved = then.map((point, i) => (point === now[i] ? undefined : point))
  return html`${then.length > 0 && html`<path class="was" d="${lineThrough(places(then), true)}"/>`}<path class="now" d="${lineThrough(places(now), true)}"/>${marks(
    moved,
    () => html`<path class="mark" d="${DIAMOND}"/>`,
    ' before',
  )}${marks(now, (point) => html`<circle r="12"/><text class="point" y="6">${point}</text>`, '')}`
}
const DIAMOND = 'M0-8L8 0L0 8L-8 0Z'

/** The same in words, made from the answers: every rating, what stands out, what wasn't rated, what has moved. */
export function webWords(answer: Answer, before: Answer | null): string {
  const ratings = AXES.flatMap((axis) => ratingsIn(answer).find((r) => r.row === axis.row) ?? [])
  const rows = Object.values(answer.value).flatMap((v) => (Array.isArray(v) ? (v as MatrixRow[]) : []))
  const unsure = (id: string) => rows.some((r) => r.row === id && Object.values(r.cells).includes('not-sure'))
  const unrated = AXES.filter((axis) => !ratings.some((r) => r.row === axis.row))
  const group = (words: string, axes: { name: string }[]) =>
    axes.length ? [`${words}: ${list(axes.map((a) => a.name))}.`] : []
  return [
    ...(ratings.length ? [`${ratings.map((r) => `${nameOf(r)} ${r.point}`).join(', ')}.`] : []),
    ...extremes(ratings),
    ...group(
      'Don’t know',
      unrated.filter((axis) => unsure(axis.row)),
    ),
    ...group(
      'Not rated',
      unrated.filter((axis) => !unsure(axis.row)),
    ),
    ...(before ? changes(answer, before, ratings) : []),
  ].join(' ')
}

function extremes(ratings: Rating[]): string[] {
  if (ratings.length < 2) return []
  const names = (end: 'highest' | 'lowest') => list(endsOf(ratings, end).map(nameOf))
  return endsOf(ratings, 'lowest').length === ratings.length
    ? ['All level.']
    : [`Strongest: ${names('highest')}. Lowest: ${names('lowest')}.`]
}

function changes(answer: Answer, before: Answer, ratings: Rating[]): string[] {
  const then = ratingsIn(before)
  const moved = ratings.flatMap((r) => {
    const by = r.point - (then.find((t) => t.row === r.row)?.point ?? r.point)
    return by ? [`${nameOf(r)} ${by > 0 ? 'up' : 'down'} ${Math.abs(by)}`] : []
  })
  return [`Since ${sinceWords(before, answer)}: ${moved.join(', ') || 'nothing has moved'}.`]
}

const nameOf = (rating: Rating): string => AXES.find((axis) => axis.row === rating.row)?.name ?? rating.label
const ENGLISH = new Intl.ListFormat('en-GB')
const list = (names: string[]): string => ENGLISH.format(names)

/** "March"; with its day within one month, and with its year where the years differ. */
function sinceWords(before: Answer, now: Answer): string {
  const said = (at: number, options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat('en-GB', { ...options, timeZone: TIME_ZONE }).format(at)
  const same = (options: Intl.DateTimeFormatOptions) => said(before.savedAt, options) === said(now.savedAt, options)
  if (same({ month: 'long', year: 'numeric' })) return said(before.savedAt, { day: 'numeric', month: 'long' })
  return said(before.savedAt, { month: 'long', ...(same({ year: 'numeric' }) ? {} : { year: 'numeric' }) })
}

const keyOf = (since: string): Html =>
  html`<ul class="map-key" role="list"><li>${sample('now', html`<circle r="7"/>`)}now</li><li>${sample(
    'was',
    html`<path class="mark" d="${DIAMOND}"/>`,
  )}before, ${since}</li></ul>`

const sample = (line: string, mark: Html): Html =>
  html`<svg class="map web" viewBox="-18 -18 36 36" aria-hidden="true" focusable="false"><path class="${line}" d="M-18 0H18"/>${mark}</svg>`
