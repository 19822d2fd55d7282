import { flag, type Html, html } from '../html.ts'
import { warning } from './icons.ts'
import type { PartContext } from './part-view.ts'

export const idOf = (ctx: PartContext, field: string): string => `${ctx.scope}.${field}`

const wrongId = (ctx: PartContext, field: string): string => `${idOf(ctx, field)}.wrong`

/** What is wrong with a field, said above it. */
export function wrong(ctx: PartContext, field: string): Html | null {
  const message = ctx.problems[field]
  return message
    ? html`<p class="wrong" id="${wrongId(ctx, field)}" data-wrong>${warning}<span>${message}</span></p>`
    : null
}

/** The attributes every control has: id, name, and what describes it. */
export function attributes(ctx: PartContext, field: string, more: string[] = []): Html {
  const problem = ctx.problems[field]
  const ids = [...(problem ? [wrongId(ctx, field)] : []), ...more]
  return html` id="${idOf(ctx, field)}" name="${field}"${ids.length ? html` aria-describedby="${ids.join(' ')}"` : null}${flag(
    'aria-invalid="true"',
    Boolean(problem),
  )}`
}

const beforeId = (ctx: PartContext, field: string): string => `${idOf(ctx, field)}.before`

/** The earlier rating beside a new one, for the group of controls that `beforeBy` points to it. */
export const before = (ctx: PartContext, field: string): Html | null => {
  const words = ctx.before?.[field]
  return words ? html`<p class="hint before" id="${beforeId(ctx, field)}">${words}</p>` : null
}
export const beforeBy = (ctx: PartContext, field: string): Html | null =>
  ctx.before?.[field] ? html` aria-describedby="${beforeId(ctx, field)}"` : null

const describing = (ctx: PartContext): string[] => [
  ...(ctx.hint ? [`${idOf(ctx, ctx.field)}.hint`] : []),
  ...(ctx.before?.[ctx.field] ? [beforeId(ctx, ctx.field)] : []),
  ...(ctx.describedBy ?? []),
]
const hint = (ctx: PartContext) =>
  ctx.hint ? html`<p class="hint" id="${idOf(ctx, ctx.field)}.hint">${ctx.hint}</p>` : null
const overToYou = html`<span class="label">Over to you</span>`
const CLASSES = { ask: 'ask', part: 'part-title', hidden: 'vh' }

/** A part that is one control: its title is the control's label. */
export function oneControl(ctx: PartContext, control: (attributes: Html) => Html): Html {
  const { look, words } = ctx.title
  return html`${look === 'ask' && overToYou}<label class="${CLASSES[look]}" for="${idOf(ctx, ctx.field)}">${words}</label>
${hint(ctx)}${wrong(ctx, ctx.field)}${control(attributes(ctx, ctx.field, describing(ctx)))}`
}

/** A part of several controls: its title is their legend. */
export function manyControls(ctx: PartContext, controls: Html): Html {
  const { look, words } = ctx.title
  const problem = Boolean(ctx.problems[ctx.field])
  const ids = [...(problem ? [wrongId(ctx, ctx.field)] : []), ...describing(ctx)]
  // What is wrong links here, and a group takes the focus no other way.
  return html`<fieldset id="${idOf(ctx, ctx.field)}"${flag('tabindex="-1"', problem)}${ids.length ? html` aria-describedby="${ids.join(' ')}"` : null}>
<legend${look === 'hidden' ? html` class="vh"` : null}>${look === 'ask' && overToYou}<span class="${CLASSES[look]}">${words}</span></legend>
${hint(ctx)}${before(ctx, ctx.field)}${wrong(ctx, ctx.field)}${controls}</fieldset>`
}

/** A text in a box of its own. The line break after the tag keeps a first empty line. */
export const textBox = (attributes: Html, text: string, className?: string): Html =>
  html`<textarea${className ? html` class="${className}"` : null}${attributes}>
${text}</textarea>`
