import type { MultiChoice } from '#core/questions/parts/multi-choice.ts'
import { choicesOf } from '#core/questions/parts/single-choice.ts'
import { optionList } from '../option-list.ts'
import { manyControls } from '../part-frame.ts'
import { listOf, type PartView } from '../part-view.ts'

/** Any of several. */
export const multiChoice: PartView<MultiChoice, string[]> = {
  view: (part, chosen, ctx) =>
    manyControls(
      ctx,
      optionList(ctx.field, 'checkbox', choicesOf(part), (id) => listOf(chosen).includes(id)),
    ),
  read: (_part, fields, field) => fields.getAll(field),
  fieldOf: (_part, field) => field,
}
