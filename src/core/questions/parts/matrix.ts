import { z } from 'zod'
import {
  isAbstention,
  LIMITS,
  labelOf,
  limitedText,
  notSureOption,
  option,
  type PartRule,
  partBase,
  withAbstentions,
} from '../part.ts'
import { pointLabel, scaleShape } from './scale.ts'

const columnBase = { id: z.string().regex(/^[a-z0-9-]+$/), label: z.string().min(1) }
const column = z.discriminatedUnion('type', [
  z.strictObject({ ...columnBase, type: z.literal('text') }),
  z.strictObject({
    ...columnBase,
    type: z.literal('choice'),
    options: z.array(option).min(2),
    notSure: notSureOption.default(false),
  }),
  z.strictObject({ ...columnBase, type: z.literal('scale'), ...scaleShape }),
])
export type Column = z.infer<typeof column>

const definition = z.strictObject({
  ...partBase,
  type: z.literal('matrix'),
  /** Fixed rows, or how many rows the learner may name and what to call one of them. */
  rows: z.union([z.array(option).min(1), z.strictObject({ upTo: z.int().min(1).max(12), label: z.string().min(1) })]),
  columns: z.array(column).min(1),
})
export type Matrix = z.infer<typeof definition>
export interface MatrixRow {
  /** The row's id, or the learner's own name for it. */
  row: string
  /** By column id: text, an option id, or a point as text. */
  cells: Record<string, string>
}

/** The choices of a column that has any; a scale's points count as choices. */
export function columnOptions(col: Column) {
  if (col.type === 'text') return []
  if (col.type === 'choice') return withAbstentions(col.options, col.notSure)
  const points = Array.from({ length: col.points }, (_, i) => ({ id: String(i + 1), label: pointLabel(col, i + 1) }))
  return withAbstentions(points, col.notSure)
}

const fixedRows = (part: Matrix) => (Array.isArray(part.rows) ? part.rows : null)
const hasText = (row: MatrixRow) => Object.values(row.cells).some((text) => Boolean(text?.trim()))

/** A grid: fixed rows or rows that the learner names, each with a text, a choice or a rating per column. */
export const matrix: PartRule<Matrix, MatrixRow[]> = {
  type: 'matrix',
  definition,
  value: (part) => {
    const fixed = fixedRows(part)
    const most = Array.isArray(part.rows) ? part.rows.length : part.rows.upTo
    const cell = (col: Column) =>
      col.type === 'text'
        ? limitedText(LIMITS.box)
        : z
            .string()
            .refine(
              (id) => id === '' || columnOptions(col).some((o) => o.id === id),
              `Choose one of the options listed under “${col.label}”.`,
            )
    return (
      z
        .array(
          z.strictObject({
            row: fixed
              ? z.string().refine((id) => fixed.some((r) => r.id === id), 'Use the rows listed.')
              : limitedText(LIMITS.box),
            cells: z.strictObject(Object.fromEntries(part.columns.map((c) => [c.id, cell(c).optional()]))),
          }),
        )
        .max(most, `There is room for ${most} rows.`)
        // Checked in their places, so that a message finds its field; kept without the blank ones.
        .transform((rows) => (rows as MatrixRow[]).filter((r) => hasText(r) || (!fixed && r.row.trim() !== '')))
    )
  },
  blank: [],
  isBlank: (rows) => rows.every((r) => !hasText(r) && r.row.trim() === ''),
  lines: (part, rows) =>
    rows
      .filter((r) => hasText(r) || !fixedRows(part))
      .map((r) => {
        const name = labelOf(fixedRows(part) ?? [], r.row)
        const cells = part.columns.flatMap((c) => {
          const text = r.cells[c.id]
          if (!text) return []
          return [`${c.label}: ${c.type === 'text' ? text : labelOf(columnOptions(c), text)}`]
        })
        return cells.length ? `${name}. ${cells.join('; ')}` : name
      }),
  cells: (part) =>
    (fixedRows(part) ?? [null]).flatMap((row) =>
      part.columns.flatMap((col) =>
        columnOptions(col)
          .filter((o) => !isAbstention(o.id))
          .map((o) => ({
            key: `${row?.id ?? '*'}/${col.id}/${o.id}`,
            label: o.label,
            group: row ? (part.columns.length > 1 ? `${row.label}: ${col.label}` : row.label) : col.label,
          })),
      ),
    ),
  keys: (part, rows) => {
    const keys = rows.flatMap((r) =>
      part.columns
        .filter((c) => c.type !== 'text')
        .flatMap((c) => {
          const id = r.cells[c.id]
          // The learner's own row names never leave: such rows share one key per column.
          return id && !isAbstention(id) ? [`${fixedRows(part) ? r.row : '*'}/${c.id}/${id}`] : []
        }),
    )
    return [...new Set(keys)]
  },
}
