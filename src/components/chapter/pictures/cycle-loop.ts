import type { Cycle } from '#core/content/cycle.ts'
import { type Html, html } from '../../html.ts'

const MIDDLE = 200
/** Radii of the circle that the stops' middles stand on, of a stop, and of the line that the values are written on. */
const LOOP = 114
const STOP = 55
const RIM = 182
/** Size of the letters on the rim. */
const LETTER = 17
/** About how wide words are. */
const widthOf = (words: string) =>
  [...words].reduce((sum, c) => sum + LETTER * (/[mw]/i.test(c) ? 0.85 : /[ijlrtf -]/.test(c) ? 0.33 : 0.55), 0)

const round = (n: number) => Math.round(n * 10) / 10
/** A place on a circle; the angle in radians, clockwise from the top. */
const at = (angle: number, radius: number) =>
  `${round(MIDDLE + radius * Math.sin(angle))} ${round(MIDDLE - radius * Math.cos(angle))}`

/** The loop itself: arrows from stop to stop, the values around the rim, and whose agenda stands in the middle. */
export const drawLoop = ({ stops, values, middle, takenMiddle, title }: Cycle): Html =>
  html`<svg viewBox="0 0 400 400" role="img" aria-labelledby="cycle.drawn"><title id="cycle.drawn">${title}: ${stops
    .map(({ name }) => name)
    .join(', ')}, and back again. In the middle: ${middle}. Around the rim: ${values.join(', ')}.</title>
${stops.map((_, i) => drawArrow((i * 2 * Math.PI) / stops.length, (2 * Math.PI) / stops.length))}
${drawRim(values)}${drawMiddle(middle, 'ours')}${drawMiddle(takenMiddle, 'taken')}</svg>`

function drawArrow(from: number, step: number): Html {
  const gap = 2 * Math.asin((STOP + 7) / 2 / LOOP)
  const end = from + step - gap
  const turned = Math.round(((end + Math.PI / 2) * 180) / Math.PI) - 90
  return html`<path class="arrow way" d="M${at(from + gap, LOOP)}A${LOOP} ${LOOP} 0 0 1 ${at(end, LOOP)}"/><path class="arrow" d="M-9-9L0 0L-9 9" transform="translate(${at(end, LOOP)}) rotate(${turned})"/>`
}

/** Each value has as much of the rim as its words need; what is left over is shared out between them. */
function drawRim(values: string[]): Html {
  const widths = values.map((value) => widthOf(value) / RIM)
  const space = (2 * Math.PI - widths.reduce((sum, w) => sum + w, 0)) / values.length
  let angle = -(widths[0] ?? 0) / 2
  return html`${values.map((value, i) => {
    const [from, to] = [angle - space / 2, angle + (widths[i] as number) + space / 2]
    const middle = (from + to) / 2
    angle = to + space / 2
    // In the lower half the words run the other way, so that nobody has to read upside down.
    const below = Math.cos(middle) < -0.2
    const radius = below ? RIM + LETTER * 0.7 : RIM
    const line = below
      ? `M${at(to, radius)}A${radius} ${radius} 0 0 0 ${at(from, radius)}`
      : `M${at(from, radius)}A${radius} ${radius} 0 0 1 ${at(to, radius)}`
    return html`<path id="cycle.rim${i}" d="${line}" fill="none"/><text><textPath href="#cycle.rim${i}" startOffset="50%">${value}</textPath></text><path class="dot" d="M${at(to, RIM + 6)}h0"/>`
  })}`
}

/** A word a line. */
function drawMiddle(words: string, className: string): Html {
  const lines = words.split(' ')
  const top = MIDDLE - ((lines.length - 1) * 20) / 2 + 6
  return html`<g class="${className}">${lines.map((line, i) => html`<text x="${MIDDLE}" y="${top + i * 20}">${line}</text>`)}</g>`
}
