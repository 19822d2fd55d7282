import type { Line } from './line.ts'

/** Something in the text that was set right by a rule, or by a person's edit. */
export interface Repair {
  kind: string
  line: number
  before: string
  after: string
  why: string
}

/**
 * How much a doubt weighs: `look` asks for a look; `stop` stops the import until a person mends it or says that it is so;
 * `mend` stops it until it is mended, for there is no right thing to write.
 */
export type Weight = 'look' | 'stop' | 'mend'

/** Something that a rule may not decide. */
export interface Doubt {
  kind: string
  line: number
  words: string
  why: string
  weight: Weight
}

/** A stretch of text that is no clause, and what it was taken for. */
export interface Aside {
  line: number
  text: string
  as: string
}

/** Everything an import did to a text. Nothing happens to a word without a note here. */
export class Log {
  readonly repairs: Repair[] = []
  readonly doubts: Doubt[] = []
  readonly asides: Aside[] = []
  /** Every stretch of text that was used, in order: clauses, their numbers, headings. */
  readonly used: { line: number; text: string }[] = []

  repair(kind: string, line: number, before: string, after: string, why: string): void {
    this.repairs.push({ kind, line, before, after, why })
  }

  doubt(kind: string, line: number, words: string, why: string, weight: Weight = 'look'): void {
    if (!this.doubts.some((d) => d.kind === kind && d.line === line && d.words === words))
      this.doubts.push({ kind, line, words, why, weight })
  }

  /** Text that was read and used, but is no clause. */
  aside(line: number, text: string, as: string): void {
    this.asides.push({ line, text, as })
    this.used.push({ line, text })
  }

  /** A line taken out before the text is read: a page's head or foot. */
  takeOut({ n, text }: Line, as: string): void {
    this.asides.push({ line: n, text: text.trim(), as })
  }
}
