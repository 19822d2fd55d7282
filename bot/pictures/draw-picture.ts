import type { ReleasedPicture } from '#core/insights/released-pictures.ts'
import { THEMES } from '#core/questions/question.ts'
import type { Band } from '#core/release/bands.ts'
import { BAND_WORDS, FILLED, SQUARES, TAGS_LABEL } from '../../src/components/cohort/band-marks.ts'
import { canDraw, type Face, lettered, wrapped } from './lettering.ts'

/** Wide enough that, on a phone, which shows it at a third, the words are as large as the chat's own. */
const WIDTH = 1080
const MARGIN = 60
const INK = '#1f2430'
const SOFT = '#4a5263'
const PAPER = '#ffffff'
const SQUARE = 44

interface Style {
  face: Face
  size: number
  /** From one line to the next. */
  line: number
  ink: string
}
const TITLE: Style = { face: 'heading', size: 54, line: 70, ink: INK }
const HEADING: Style = { face: 'text', size: 42, line: 54, ink: SOFT }
const LABEL: Style = { face: 'text', size: 44, line: 54, ink: INK }
const BAND: Style = { face: 'text', size: 44, line: 64, ink: INK }
const SMALL: Style = { face: 'text', size: 34, line: 44, ink: SOFT }

export const KEY = 'Few or none: up to a quarter of the people in this picture. Most: more than 60%.'

/** What is drawn, from top to bottom. */
type Piece = { words: string; style: Style; above: number } | { band: Band }

function pieces({ ask, parts }: ReleasedPicture): Piece[] {
  const text = (words: string, style: Style, above: number): Piece => ({ words, style, above })
  return [
    text(ask, TITLE, 0),
    ...parts.flatMap(({ name, label, groups, mean }) => [
      ...(label ? [text(name === THEMES ? TAGS_LABEL : label, HEADING, 36)] : []),
      ...groups.flatMap((group) => [
        ...(group.label ? [text(group.label, HEADING, 36)] : []),
        ...group.cells.flatMap((cell) => [text(cell.label, LABEL, 30), { band: cell.band }]),
      ]),
      ...(mean === null ? [] : [text(`The average is about ${mean} out of 5, to the nearest half.`, LABEL, 40)]),
    ]),
    text(KEY, SMALL, 44),
  ]
}

/** Whether our fonts have every letter of a picture. */
export const canBeDrawn = (picture: ReleasedPicture): boolean =>
  pieces(picture).every((piece) => 'band' in piece || canDraw(piece.style.face, piece.words))

/**
 * A released batch as SVG, of shapes alone. Its size depends on the question, and what is in it on the bands: no time, and
 * nothing that the training room doesn't show.
 */
export function drawPicture(picture: ReleasedPicture): string {
  let y = MARGIN
  const drawn: string[] = []
  const line = (words: string, { face, size, line, ink }: Style, x = MARGIN) => {
    const baseline = y + size * 0.8
    y += line
    drawn.push(`<g fill="${ink}" transform="translate(${x} ${baseline})">${lettered(face, size, words).shapes}</g>`)
  }
  for (const piece of pieces(picture)) {
    if ('band' in piece) {
      drawn.push(squares(piece.band, y - 2))
      line(BAND_WORDS[piece.band], BAND, MARGIN + 3 * (SQUARE + 10) + 16)
      continue
    }
    const { words, style, above } = piece
    y += above
    for (const part of wrapped(style.face, style.size, words, WIDTH - 2 * MARGIN)) line(part, style)
  }
  const height = Math.ceil(y + MARGIN - 10)
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}"><rect width="${WIDTH}" height="${height}" fill="${PAPER}"/>${drawn.join('')}</svg>`
}

const squares = (band: Band, y: number): string =>
  SQUARES.map((path, i) => {
    const filled = i < FILLED[band]
    const paint = filled ? `fill="${INK}"` : `fill="none" stroke="${SOFT}" stroke-width="2" stroke-dasharray="3 4"`
    return `<path transform="translate(${MARGIN + i * (SQUARE + 10)} ${y}) scale(${SQUARE / 40})" d="${path}" ${paint}/>`
  }).join('')
