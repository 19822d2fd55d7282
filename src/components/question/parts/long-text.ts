import type { LongText } from '#core/questions/parts/long-text.ts'
import { oneControl, textBox } from '../part-frame.ts'
import { type PartView, readText, textOf } from '../part-view.ts'

/** A ruled box that grows with the text. */
export const longText: PartView<LongText, string> = {
  view: (_part, text, ctx) => oneControl(ctx, (attributes) => textBox(attributes, textOf(text))),
  read: (_part, fields, field) => readText(fields, field),
  fieldOf: (_part, field) => field,
}
