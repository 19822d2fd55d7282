import { type Column, columnOptions, type Matrix, type MatrixRow } from '#core/questions/parts/matrix.ts'
import { type Html, html } from '../../html.ts'
import { optionMenu } from '../option-list.ts'
import { attributes, before, beforeBy, idOf, manyControls, textBox, wrong } from '../part-frame.ts'
import { listOf, type PartContext, type PartView, readText, textOf } from '../part-view.ts'
import { scaleControls } from './scale.ts'

interface Place {
  /** The row's id, or its number where the learner names the rows. */
  key: string
  label: string
  named: boolean
}

/** The rows that can be filled in. A named row's own field is `field.1`, its cells `field.1.column`. */
const placesOf = (part: Matrix): Place[] => {
  const { rows } = part
  if (Array.isArray(rows)) return rows.map((r) => ({ key: r.id, label: r.label, named: false }))
  return Array.from({ length: rows.upTo }, (_, i) => ({
    key: String(i + 1),
    label: rows.upTo === 1 ? rows.label : `${rows.label} ${i + 1}`,
    named: true,
  }))
}

/** Rows that stack: each is a group of its own, so that it reads well on a phone and aloud. */
export const matrix: PartView<Matrix, MatrixRow[]> = {
  view(part, value, ctx) {
    const rows = listOf(value) as Partial<MatrixRow>[]
    const places = placesOf(part)
    const row = (place: Place, i: number) => viewRow(part, place, rowAt(rows, place, i), ctx)
    if (Array.isArray(part.rows)) return manyControls(ctx, html`${places.map(row)}`)
    const open = Math.max(2, rows.length)
    const more = places
      .slice(open)
      .reduceRight<Html | null>(
        (rest, place, i) =>
          html`<details class="fold"><summary>Add another</summary>${row(place, open + i)}${rest}</details>`,
        null,
      )
    return manyControls(ctx, html`${places.slice(0, open).map(row)}${more}`)
  },
  read: (part, fields, field) =>
    placesOf(part).map((place) => {
      const at = `${field}.${place.key}`
      const cells = part.columns.map((c) => [c.id, readText(fields, `${at}.${c.id}`)] as const)
      return {
        row: place.named ? readText(fields, at) : place.key,
        cells: Object.fromEntries(cells.filter(([, text]) => text !== '')),
      }
    }),
  fieldOf(part, field, [index, , column]) {
    const place = index === undefined ? undefined : placesOf(part)[Number(index)]
    if (!place) return field
    return column === undefined ? `${field}.${place.key}` : `${field}.${place.key}.${column}`
  },
}

/** Fixed rows are found by their id, since blank ones aren't kept. */
const rowAt = (rows: Partial<MatrixRow>[], place: Place, i: number): Partial<MatrixRow> =>
  (place.named ? rows[i] : rows.find((r) => r?.row === place.key)) ?? {}

function viewRow(part: Matrix, place: Place, row: Partial<MatrixRow>, ctx: PartContext): Html {
  const field = `${ctx.field}.${place.key}`
  const id = idOf(ctx, field)
  // A single scale is set as squares and labelled by its row alone; everything else has a label of its own.
  const [only] = part.columns
  const squares = part.columns.length === 1 && only?.type === 'scale'
  const cells = part.columns.map((column) =>
    viewCell(column, `${field}.${column.id}`, row.cells?.[column.id], ctx, squares),
  )
  if (!place.named)
    return html`<fieldset class="row" id="${id}"${beforeBy(ctx, field)}><legend>${place.label}</legend>${before(ctx, field)}${wrong(ctx, field)}<div class="cells">${cells}</div></fieldset>`
  return html`<div class="row" role="group" aria-labelledby="${id}.label"><label id="${id}.label" for="${id}">${place.label}</label>
${wrong(ctx, field)}<input class="field" type="text" autocomplete="off" value="${textOf(row.row)}"${attributes(ctx, field)}>
<div class="cells">${cells}</div></div>`
}

function viewCell(column: Column, field: string, value: unknown, ctx: PartContext, squares: boolean): Html {
  if (squares && column.type === 'scale') {
    const point = /^\d+$/.test(textOf(value)) ? Number(value) : (value as 'rather-not' | 'not-sure' | null)
    return html`<div>${wrong(ctx, field)}${scaleControls(field, column, point)}</div>`
  }
  const control =
    column.type === 'text'
      ? textBox(attributes(ctx, field), textOf(value), 'brief')
      : optionMenu(attributes(ctx, field), columnOptions(column), value)
  return html`<div><label for="${idOf(ctx, field)}">${column.label}</label>${wrong(ctx, field)}${control}</div>`
}
