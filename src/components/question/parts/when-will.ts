import type { Plan, WhenWill } from '#core/questions/parts/when-will.ts'
import { html } from '../../html.ts'
import { attributes, idOf, manyControls, textBox, wrong } from '../part-frame.ts'
import { type PartView, readText, textOf } from '../part-view.ts'

const HALVES = [
  { key: 'when', label: 'When…' },
  { key: 'will', label: 'I will…' },
] as const

/** Two short boxes that make one sentence. */
export const whenWill: PartView<WhenWill, Plan> = {
  view: (_part, plan, ctx) =>
    manyControls(
      ctx,
      html`<div class="plan">${HALVES.map(({ key, label }) => {
        const field = `${ctx.field}.${key}`
        return html`<div><label for="${idOf(ctx, field)}">${label}</label>
${wrong(ctx, field)}${textBox(attributes(ctx, field), textOf(plan?.[key]), 'brief')}</div>`
      })}</div>`,
    ),
  read: (_part, fields, field) => ({
    when: readText(fields, `${field}.when`),
    will: readText(fields, `${field}.will`),
  }),
  fieldOf: (_part, field, [half]) => (half === undefined ? field : `${field}.${half}`),
}
