import { withAbstentions } from '#core/questions/part.ts'
import { pointLabel, type Scale, type ScaleValue } from '#core/questions/parts/scale.ts'
import { flag, type Html, html } from '../../html.ts'
import { optionList } from '../option-list.ts'
import { manyControls } from '../part-frame.ts'
import type { Fields, PartView } from '../part-view.ts'

type Points = Pick<Scale, 'points' | 'low' | 'high' | 'names' | 'notSure'>

/** More squares than this, or points with names, don't fit on one line of a phone: they become rows. */
const SQUARES = 7

/** The controls of a scale, also for a row of a matrix. */
export function scaleControls(field: string, scale: Points, value: ScaleValue): Html {
  const abstentions = withAbstentions([], scale.notSure)
  const points = Array.from({ length: scale.points }, (_, i) => i + 1)
  const isChosen = (id: string) => id === String(value)
  if (scale.names || scale.points > SQUARES) {
    const rows = points.map((n) => ({ id: String(n), label: pointLabel(scale, n) }))
    return optionList(field, 'radio', [...rows, ...abstentions], isChosen)
  }
  const end = (n: number) => (n === 1 ? scale.low : n === scale.points ? scale.high : null)
  return html`<div class="scale">${points.map(
    (n) =>
      html`<label><input type="radio" name="${field}" value="${n}"${flag('checked', n === value)}><span class="n">${n}</span>${end(n) && html`<span class="vh">: ${end(n)}</span>`}</label>`,
  )}</div>
<p class="ends" aria-hidden="true"><span>1: ${scale.low}</span><span>${scale.points}: ${scale.high}</span></p>
${optionList(field, 'radio', abstentions, isChosen)}`
}

/** Squares on one line, with words at both ends. */
export const scale: PartView<Scale, ScaleValue> = {
  view: (part, value, ctx) => manyControls(ctx, scaleControls(ctx.field, part, value)),
  read: (_part, fields, field) => readPoint(fields, field),
  fieldOf: (_part, field) => field,
}

function readPoint(fields: Fields, field: string): number | string | null {
  const sent = fields.get(field)
  if (!sent) return null
  return /^\d+$/.test(sent) ? Number(sent) : sent
}
