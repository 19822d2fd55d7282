import type { Part, PartType, PartValue } from '#core/questions/parts.ts'
import type { Html } from '../html.ts'

/** Where a part stands on the page, and what is said about it. */
export interface PartContext {
  /** Every id of the part begins with it: the question's id. */
  scope: string
  /** The name of the part's first field; further fields add to it. */
  field: string
  title: Title
  /** Said under the title. */
  hint?: string
  /** Ids of what else describes the part, such as who will see it. */
  describedBy?: string[]
  /** What is wrong, by field name. */
  problems: Record<string, string>
  /** Names from an earlier map, by the id of the question they were typed in. */
  suggestions: Record<string, string[]>
  /** What an earlier rating was, in words, by the field it stands beside. */
  before?: Record<string, string>
}

export interface Title {
  words: string
  /** As the question itself, as one part of several, or only for those who can't see that it is said already. */
  look: 'ask' | 'part' | 'hidden'
}

/** A form's fields as they were sent. */
export type Fields = Pick<URLSearchParams, 'get' | 'getAll'>

/**
 * How one part type looks, and how it is read back from a form. Its rule has the same file name under
 * `src/core/questions/parts/`.
 */
export interface PartView<P extends Part, Value> {
  view(part: P, value: Value, ctx: PartContext): Html
  /** The value that the fields hold. The part's rule says whether it can be taken. */
  read(part: P, fields: Fields, field: string): unknown
  /** The field that a place within the value came from, for example `['2']` of boxes. */
  fieldOf(part: P, field: string, place: string[]): string
}

export type AnyPartView = PartView<Part, PartValue>
export type { PartType }

/** What a text field holds. Browsers send line ends as two characters. */
export const readText = (fields: Fields, field: string): string => (fields.get(field) ?? '').replaceAll('\r\n', '\n')

/** For values that came as something else than their part's type. */
export const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')
export const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : [])
