import type { ShortText } from '#core/questions/parts/short-text.ts'
import { html } from '../../html.ts'
import { idOf, oneControl, textBox } from '../part-frame.ts'
import { type PartView, readText, textOf } from '../part-view.ts'

/** A short box; with names to pick from, a line with a menu of them. */
export const shortText: PartView<ShortText, string> = {
  view(part, value, ctx) {
    const text = textOf(value)
    const names = part.suggest ? (ctx.suggestions[part.suggest] ?? []) : []
    // A line would drop the breaks of a text that has some, for example one written in chat.
    if (names.length === 0 || text.includes('\n'))
      return oneControl(ctx, (attributes) => textBox(attributes, text, 'brief'))
    const list = `${idOf(ctx, ctx.field)}.names`
    return oneControl(
      ctx,
      (
        attributes,
      ) => html`<input class="field" type="text" autocomplete="off" list="${list}" value="${text}"${attributes}>
<datalist id="${list}">${names.map((name) => html`<option value="${name}"></option>`)}</datalist>`,
    )
  },
  read: (_part, fields, field) => readText(fields, field),
  fieldOf: (_part, field) => field,
}
