import type { PromptDefinition } from '../prompts/prompt-definition.ts'
import type { Question } from '../questions/question.ts'
import type { Standards } from '../standards/load-standards.ts'
import type { Clause } from '../standards/standard.ts'
import type { BankHolidays } from './bank-holidays.ts'
import type { ChapterFrontmatter } from './chapter.ts'
import type { Help } from './help.ts'
import type { LawTopic } from './law.ts'

/** A chapter as the core needs it: its facts, and which questions stand where. */
export interface Chapter extends ChapterFrontmatter {
  path: string
  /** In reading order, with the line in the file for messages to authors. */
  questions: { id: string; line: number }[]
}

/** Everything under `content/`, checked. Nothing of it changes while the program runs. */
export interface Content {
  chapters: Chapter[]
  /** In reading order. Retired ones last. */
  questions: Question[]
  question(id: string): Question | undefined
  standards: Standards
  clause(uid: string): Clause | undefined
  prompts: PromptDefinition[]
  help: Help
  law: LawTopic[]
  bankHolidays: BankHolidays
}

/** Where something stands, for messages to authors. */
export interface Placed<T> {
  item: T
  file: string
  line: number
}
