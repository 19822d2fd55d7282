import type { Ranking } from '#core/questions/parts/ranking.ts'
import { type Html, html } from '../../html.ts'
import { optionMenu } from '../option-list.ts'
import { attributes, idOf, manyControls, wrong } from '../part-frame.ts'
import { listOf, type PartView } from '../part-view.ts'

const fieldAt = (field: string, i: number) => `${field}.${i + 1}`

const move = (label: string, by: number): Html =>
  html`<button class="btn" type="button" data-move="${by}" hidden>${label}</button>`

/**
 * A menu for each place, first to last: plain selects that work by keyboard and without script. The script adds the
 * moves up and down, and swaps two rows when an option is chosen a second time.
 */
export const ranking: PartView<Ranking, string[]> = {
  view(part, value, ctx) {
    const last = part.options.length
    const end = (place: number) => (place === 1 ? part.top : place === last ? part.bottom : null)
    return manyControls(
      ctx,
      html`<ol class="ranking" role="list">${part.options.map((_, i) => {
        const field = fieldAt(ctx.field, i)
        return html`<li><label for="${idOf(ctx, field)}"><span class="vh">Place </span>${i + 1}${
          end(i + 1) && html`<span>${end(i + 1)}</span>`
        }</label>
${wrong(ctx, field)}${optionMenu(attributes(ctx, field), part.options, listOf(value)[i])}
<span class="moves">${i > 0 && move('Up', -1)}${i + 1 < last && move('Down', 1)}</span></li>`
      })}</ol>`,
    )
  },
  read: (part, fields, field) =>
    part.options.map((_, i) => fields.get(fieldAt(field, i)) ?? '').filter((id) => id !== ''),
  fieldOf: (_part, field, [index]) => (index === undefined ? field : fieldAt(field, Number(index))),
}
