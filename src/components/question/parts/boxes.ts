import { type Boxes, boxLabels } from '#core/questions/parts/boxes.ts'
import { html } from '../../html.ts'
import { attributes, idOf, manyControls, wrong } from '../part-frame.ts'
import { listOf, type PartView, readText, textOf } from '../part-view.ts'

const fieldAt = (field: string, i: number) => `${field}.${i + 1}`

/** Several lines, numbered or with a label each. */
export const boxes: PartView<Boxes, string[]> = {
  view: (part, value, ctx) =>
    manyControls(
      ctx,
      html`<div class="boxes">${boxLabels(part).map((label, i) => {
        const field = fieldAt(ctx.field, i)
        return html`<div${label ? null : html` class="numbered"`}><label for="${idOf(ctx, field)}">${label ?? i + 1}</label>
${wrong(ctx, field)}<input class="field" type="text" autocomplete="off" value="${textOf(listOf(value)[i])}"${attributes(ctx, field)}></div>`
      })}</div>`,
    ),
  read(part, fields, field) {
    const texts = boxLabels(part).map((_, i) => readText(fields, fieldAt(field, i)))
    return texts.slice(0, texts.findLastIndex((t) => t !== '') + 1)
  },
  fieldOf: (_part, field, [index]) => (index === undefined ? field : fieldAt(field, Number(index))),
}
