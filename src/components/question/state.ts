import type { Answer } from '#core/answers/answer.ts'
import type { Back, Question } from '#core/questions/question.ts'

/** Everything a question sheet may show beside the question itself. A blank sheet needs none of it. */
export interface QuestionState {
  /** The newest saved answer; absent when nothing was ever saved. */
  answer?: Answer
  /** The answers this question refers back to, in the author's order. */
  earlier?: Earlier[]
  /** How many revisions the learner has seen, where that isn't the answer's own number. */
  base?: number
  /** What became of the form that was just sent without script. */
  outcome?: Outcome
  /** Names the next save, so that sending the form twice saves once. */
  operation?: string
  /** Where to come back to after saving. */
  page?: string
  times?: Times
}

/** An earlier question, and how this one brings its answer back. */
export interface Earlier {
  question: Question
  back: Back
  /** Null when it isn't answered yet. */
  answer: Answer | null
  /** Where it is asked. */
  href: string
}

/** What the learner typed, by part name, as it was read from the form: it may break the rules of its parts. */
export type Typed = Record<string, unknown>

export type Outcome =
  /** Something can't be taken; `fields` as in `AppError`. */
  | { kind: 'invalid'; typed: Typed; fields: Record<string, string> }
  /** Something newer was saved elsewhere: that is the state's `answer`, and this is the learner's own text. */
  | { kind: 'conflict'; typed: Typed }
  | { kind: 'not-saved'; typed: Typed; message: string }

/** From where times are seen. */
export interface Times {
  now: number
  timeZone: string
}

/** The fields that every question form has beside those of its parts. No part may take these names. */
export const FORM_FIELDS = {
  question: 'question',
  base: 'base',
  operation: 'operation',
  wording: 'wording',
  page: 'page',
  /** The mark of the notebook that the words were written in; the script adds it. */
  notebook: 'notebook',
  /** Put words of another notebook into the one that is open here. */
  here: 'here',
  /** The button that takes the answer back. */
  clear: 'clear',
} as const
