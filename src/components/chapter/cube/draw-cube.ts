import { type Html, html } from '../../html.ts'
import { FORMS, LEVELS, type Place, SPACES, type Step } from './cube-words.ts'

/** One step along the floor, sideways and down; and one level. */
const ACROSS = 54
const DOWN = 31
const HEIGHT = 62
/** The far corner of the lowest floor. */
const [X, Y] = [216, 196]
/** Levels above the floor are 0, 1 and 2; the household is a base below it. */
const heightOf = (level: Step): number => LEVELS.length - 2 - LEVELS.indexOf(level)

/** A corner of the small cubes: so many steps of space, of form, and of level from the far corner. */
const at = (space: number, form: number, level: number) =>
  `${X + ACROSS * (space - form)} ${Y + DOWN * (space + form) - HEIGHT * level}`
const line = (...corners: string[]) => `M${corners.join('L')}`
const each = (from: number, draw: (i: number) => string) =>
  Array.from({ length: 4 - from }, (_, i) => draw(i + from)).join('')

/** The two walls at the back and the floor, in squares. */
const GRID = each(
  0,
  (i) =>
    line(at(0, 3, i), at(0, 0, i), at(3, 0, i)) +
    line(at(i, 0, 3), at(i, 0, 0), at(i, 3, 0)) +
    line(at(0, i, 3), at(0, i, 0), at(3, i, 0)),
)
/** The edges nearest to whoever looks. */
const FRONT = line(at(3, 0, 3), at(3, 3, 3), at(0, 3, 3)) + line(at(3, 3, 3), at(3, 3, 0))
const BASE =
  line(at(3, 0, -1), at(3, 3, -1), at(0, 3, -1)) +
  each(0, (i) => line(at(3, i, 0), at(3, i, -1))) +
  each(0, (i) => (i < 3 ? line(at(i, 3, 0), at(i, 3, -1)) : ''))

/** The small cube, and its places on the floor and on both walls, all at the far corner until they are moved. */
const CUBE =
  line(at(0, 0, 1), at(1, 0, 1), at(1, 1, 1), at(0, 1, 1)) +
  'Z' +
  line(at(1, 0, 1), at(1, 0, 0), at(1, 1, 0), at(0, 1, 0), at(0, 1, 1)) +
  line(at(1, 1, 1), at(1, 1, 0))
const TOP = `${line(at(0, 0, 1), at(1, 0, 1), at(1, 1, 1), at(0, 1, 1))}Z`
const FLOOR = `${line(at(0, 0, 0), at(1, 0, 0), at(1, 1, 0), at(0, 1, 0))}Z`
const RIGHT_WALL = `${line(at(0, 0, 0), at(1, 0, 0), at(1, 0, 1), at(0, 0, 1))}Z`
const LEFT_WALL = `${line(at(0, 0, 0), at(0, 1, 0), at(0, 1, 1), at(0, 0, 1))}Z`

const moved = (axis: string, x: number, y: number, inside: Html): Html =>
  html`<g class="at-${axis}" transform="translate(${x} ${y})">${inside}</g>`
const atLevel = (level: Step, inside: Html) => moved('level', 0, -HEIGHT * heightOf(level), inside)
const atSpace = (space: Step, inside: Html) =>
  moved('space', ACROSS * SPACES.indexOf(space), DOWN * SPACES.indexOf(space), inside)
const atForm = (form: Step, inside: Html) =>
  moved('form', -ACROSS * FORMS.indexOf(form), DOWN * FORMS.indexOf(form), inside)

const shape = (name: string, d: string): Html => html`<path class="${name}" d="${d}"/>`

/**
 * The power cube, open to the front: levels upwards, spaces and forms along the floor. What of the place is known is
 * marked: the small cube where all three are, and its shadow on a wall or the floor where two are. Each mark is moved by
 * one group for each axis, so that a style sheet can move it as well.
 */
export function drawCube(place: Place, label: Html): Html {
  const { level, space, form } = place
  const onWall = level && heightOf(level) >= 0
  return html`<svg class="power-cube" viewBox="-8 0 516 456" role="img" ${label}>
${space && form && atSpace(space, atForm(form, shape('shadow', FLOOR)))}${
  onWall && space && atLevel(level, atSpace(space, shape('shadow wall', RIGHT_WALL)))
}${onWall && form && atLevel(level, atForm(form, shape('shadow wall', LEFT_WALL)))}
${shape('grid', GRID)}${shape('front', FRONT)}${shape('base', BASE)}
${level && space && form && atLevel(level, atSpace(space, atForm(form, html`${shape('small', CUBE)}${shape('top', TOP)}`)))}
${LEVELS.map((step) => name(step, level, 386, Y + 68 - HEIGHT * heightOf(step), 'start'))}${SPACES.map((step, i) =>
  name(step, space, 78 + ACROSS * i, 392 + DOWN * i, 'end'),
)}${FORMS.map((step, i) => name(step, form, 354 - ACROSS * i, 392 + DOWN * i, 'start'))}</svg>`
}

/** A name beside its axis; the chosen one is bold and underlined. */
const name = (step: Step, chosen: Step | undefined, x: number, y: number, anchor: string): Html =>
  html`<text x="${x}" y="${y}" text-anchor="${anchor}" data-at="${step.id}"${step === chosen && html` class="on"`}>${step.label.split(' ')[0]}</text>`
