import type { Option } from '#core/questions/part.ts'
import { flag, type Html, html } from '../html.ts'

/** Labels up to this long stand in two columns where there is room. */
const SHORT = 32

/** Rows to tick; the whole row is the target. */
export function optionList(
  field: string,
  type: 'radio' | 'checkbox',
  options: Option[],
  isChosen: (id: string) => boolean,
): Html {
  const two = options.every((o) => o.label.length <= SHORT)
  return html`<div class="opts${two && ' two'}">${options.map(
    (o) =>
      html`<label class="opt"><input type="${type}" name="${field}" value="${o.id}"${flag('checked', isChosen(o.id))}>${o.label}</label>`,
  )}</div>`
}

/** A menu of options with a blank first line, so that a choice can be taken back. */
export const optionMenu = (attributes: Html, options: Option[], chosen: unknown): Html =>
  html`<select class="field"${attributes}><option value="">Choose</option>${options.map(
    (o) => html`<option value="${o.id}"${flag('selected', o.id === chosen)}>${o.label}</option>`,
  )}</select>`
