import { choicesOf, type SingleChoice } from '#core/questions/parts/single-choice.ts'
import { optionList } from '../option-list.ts'
import { manyControls } from '../part-frame.ts'
import type { PartView } from '../part-view.ts'

/** One of several. "Take my answer back" under the sheet unticks it. */
export const singleChoice: PartView<SingleChoice, string | null> = {
  view: (part, chosen, ctx) =>
    manyControls(
      ctx,
      optionList(ctx.field, 'radio', choicesOf(part), (id) => id === chosen),
    ),
  read: (_part, fields, field) => fields.get(field) || null,
  fieldOf: (_part, field) => field,
}
