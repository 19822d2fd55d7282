import type { Reason } from '#core/questions/parts/reason.ts'
import { oneControl, textBox } from '../part-frame.ts'
import { type PartView, readText, textOf } from '../part-view.ts'

/** A smaller ruled box beside a choice. */
export const reason: PartView<Reason, string> = {
  view: (_part, text, ctx) => oneControl(ctx, (attributes) => textBox(attributes, textOf(text), 'brief')),
  read: (_part, fields, field) => readText(fields, field),
  fieldOf: (_part, field) => field,
}
