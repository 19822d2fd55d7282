import type { SectionKind } from '../standards/standard-definition.ts'
import type { Part } from './headings.ts'
import type { Log } from './log.ts'
import type { Words } from './words.ts'

/** A stretch of one line. */
export interface Piece {
  line: number
  text: string
  apart: boolean
  bold: boolean
  full: boolean
  page: number | null
}

export interface DraftSection {
  kind: SectionKind
  heading: string
  /** A heading within the section, printed above these lines. */
  group: string | null
  part: Part | null
  line: number
  pieces: Piece[]
}

export interface DraftClause {
  id: string
  label?: string
  place?: string
  number?: string
  parent?: string
  text: string
  /** The lines it was printed on. */
  lines: number[]
  /** A bullet that was printed before it. */
  bullet?: string
  /** Its words as printed, where a rule gave it others. */
  printed?: string
}

export interface DraftGroup {
  heading: string | null
  clauses: DraftClause[]
}

/** What every part of an import leans on. */
export interface Context {
  log: Log
  words: Words
  wrapped: boolean
}
