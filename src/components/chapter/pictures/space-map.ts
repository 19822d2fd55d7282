import type { Answer } from '#core/answers/answer.ts'
import { isAbstention } from '#core/questions/part.ts'
import type { MatrixRow } from '#core/questions/parts/matrix.ts'
import { type Html, html } from '../../html.ts'
import { FORMS, inSentence, LEVELS, type Place, SPACES, type Step } from '../cube/cube-words.ts'
import { drawCube } from '../cube/draw-cube.ts'

/** "Your decision in the cube": where the learner placed it, drawn and in words. */
export function spaceMap(answer: Answer | null): Html {
  const row = answer && decisionIn(answer)
  if (!row)
    return html`<figcaption><p>Once you have placed your decision, the cube is drawn here with your decision in it. Only you see its name.</p></figcaption>`
  const chosen = (column: string, steps: Step[]) => steps.find((step) => step.id === row.cells[column])
  const place = { level: chosen('level', LEVELS), space: chosen('space', SPACES), form: chosen('form', FORMS) }
  return html`${drawCube(place, html`aria-labelledby="space-map.words"`)}
<figcaption><p id="space-map.words">${placeWords(row, place)}</p>${questionsFor(place)}</figcaption>`
}

function decisionIn({ asked, value }: Answer): MatrixRow | undefined {
  const part = asked.parts.find((p) => p.type === 'matrix')
  return part && (value[part.name] as MatrixRow[])[0]
}

/** The explorer's sentence about the learner's own decision; or, where a side is missing, each side by itself. */
export function placeWords(row: MatrixRow, place: Place): string {
  const name = row.row.trim() || 'Your decision'
  const door = row.cells.door?.trim()
  const sides: [string, string, Step | undefined][] = [
    ['Level', 'level', place.level],
    ['Space', 'space', place.space],
    ['Form of power', 'form', place.form],
  ]
  const { level, space, form } = place
  const where =
    level && space && form
      ? `${name}: a ${inSentence(level)}, ${inSentence(space)} space where power is mostly ${inSentence(form)}.`
      : [
          `${name}.`,
          ...sides.map(([label, id, step]) => `${label}: ${step ? inSentence(step) : notPlaced(row.cells[id])}.`),
        ].join(' ')
  return door ? `${where} Who could open the door? ${door}` : where
}

const notPlaced = (id: string | undefined): string =>
  id === 'not-sure' ? 'not sure' : id && isAbstention(id) ? 'left open' : 'not placed yet'

/** What to ask there, as in the explorer. */
const questionsFor = ({ space, form }: Place): Html | null => {
  const asks = [space?.ask, form?.ask].filter((ask) => ask !== undefined)
  return asks.length ? html`<ul>${asks.map((ask) => html`<li>${ask}</li>`)}</ul>` : null
}
