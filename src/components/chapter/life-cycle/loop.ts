import { type Html, html } from '../../html.ts'
import { EXITS, STAGES, type Stage } from './words.ts'

/** The middle of each stage's box, clockwise from the top. */
const PLACES: [number, number][] = [
  [180, 38],
  [288, 150],
  [180, 262],
  [72, 150],
]
/** Heads of arrows where the ring comes into a box: place, and degrees from pointing right. */
const TURNS = [
  [278.3, 103.6, 66],
  [257.7, 227.8, 133],
  [81.7, 196.4, 246],
  [102.3, 72.2, 313],
] as const

/** The four stages in a ring, and two ways out of the last; the sheet marks the one that was chosen. */
export function drawLoop(): Html {
  const names = STAGES.map(({ drawn }) => drawn.join(' '))
  return html`<svg class="stages" viewBox="-3 -3 366 306" role="img" aria-labelledby="loop.title loop.words">
<title id="loop.title">A partnership’s life</title>
<desc id="loop.words">A loop of four stages, ${names.join(', ')}, with two arrows leading out: ${EXITS.join(' and ').toLowerCase()}.</desc>
<ellipse class="ring" cx="180" cy="150" rx="108" ry="112"/>
${TURNS.map(([x, y, turn]) => html`<path class="tip" transform="translate(${x} ${y}) rotate(${turn})" d="M-7-9L9 0L-7 9Z"/>`)}
<path class="out" d="M34 118V56M34 182V244"/><path class="tip" d="M25 58L34 42L43 58ZM25 242L34 258L43 242Z"/>
<text class="exit" x="4" y="32">${EXITS[0]}</text><text class="exit" x="4" y="281">${EXITS[1]}</text>
${STAGES.map(drawStage)}</svg>`
}

/** The second frame shows only round the chosen stage, so that its colour isn't all that tells. */
const drawStage = ({ id, drawn }: Stage, i: number): Html =>
  html`<g class="at-${id}" transform="translate(${PLACES[i]?.[0]} ${PLACES[i]?.[1]})"><path class="frame" d="M-71-37H71V37H-71Z"/><path class="box" d="M-64-30H64V30H-64Z"/><text y="-5">${drawn[0]}</text><text y="17">${drawn[1]}</text></g>`
