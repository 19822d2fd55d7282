import type { Answer } from '#core/answers/answer.ts'
import type { Matrix, MatrixRow } from '#core/questions/parts/matrix.ts'

/** Somebody on the influence map, as far as it was said. */
export interface Stakeholder {
  name: string
  /** 1 to 5; undefined when it wasn't said. */
  power?: number | undefined
  interest?: number | undefined
  mostAffected?: boolean
  link?: 'none' | 'weak' | 'strong' | undefined
}
/** One who can be placed on the grid. */
export type Placeable = Stakeholder & { power: number; interest: number }

/** From the middle of the scale upwards. */
export const isHigh = (point: number): boolean => point >= 3
export const canPlace = (s: Stakeholder): s is Placeable => s.power !== undefined && s.interest !== undefined

/** The quarters of the grid: what they are called, what one might do there, and the same short enough to draw. */
export const QUARTERS = [
  { power: true, interest: true, name: 'High power, high interest', move: 'Talk early, agree the ask' },
  { power: true, interest: false, name: 'High power, low interest', move: 'Give one clear reason to care' },
  { power: false, interest: true, name: 'Low power, high interest', move: 'Organise together' },
  { power: false, interest: false, name: 'Low power, low interest', move: 'Keep informed' },
] as const

const LINKS = ['none', 'weak', 'strong'] as const

export function stakeholdersIn({ asked, value }: Answer): Stakeholder[] {
  const part = asked.parts.find((p): p is Matrix => p.type === 'matrix')
  if (!part) return []
  const label = Array.isArray(part.rows) ? 'Role' : part.rows.label
  const point = (text: string | undefined) => (/^[1-5]$/.test(text ?? '') ? Number(text) : undefined)
  return (value[part.name] as MatrixRow[]).map(({ row, cells }, i) => ({
    name: row.trim() || `${label} ${i + 1}`,
    power: point(cells.power),
    interest: point(cells.interest),
    mostAffected: cells.affected === 'lot',
    link: LINKS.find((link) => link === cells.link),
  }))
}
