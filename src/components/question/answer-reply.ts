import type { Answer } from '#core/answers/answer.ts'
import type { Question } from '#core/questions/question.ts'
import { pictureOf } from '../chapter/pictures.ts'
import { html } from '../html.ts'
import { afterAnswer } from './after-answer.ts'
import { pageOf } from './chapter-of.ts'
import { conflictPanel, elsewherePanel, fieldProblems, invalidPanel } from './problem-panel.ts'
import { savedWords, timesOf } from './saved-words.ts'
import type { Times, Typed } from './state.ts'

/** What the script on the page gets after a save: what to say, and what to show anew. */
export interface SavedReply {
  status: 'saved'
  revision: number
  savedAt: number
  /** "Saved, 2:14 pm" */
  shown: string
  /** Whether there is something to take back. */
  answered: boolean
  after: string
  picture?: string
  /** The mark of the notebook that it is in now. */
  notebook?: string
}

/** `before` is for the picture, as `Picture` describes it. */
export function savedReply(answer: Answer, times?: Times, before: Answer | null = null): SavedReply {
  const picture = pictureOf(answer.question, answer, before)
  return {
    status: 'saved',
    revision: answer.revision,
    savedAt: answer.savedAt,
    shown: savedWords(answer, timesOf(times)),
    answered: !answer.blank,
    after: html`${afterAnswer(answer.question, answer)}`.text,
    ...(picture && { picture: picture.text }),
  }
}

export interface ConflictReply {
  status: 'conflict'
  /** How many revisions there are now: the base of a save that the learner has decided on. */
  revision: number
  html: string
}

export const conflictReply = (
  question: Question,
  conflict: { mine: Typed; theirs: Answer },
  more: { times?: Times; page?: string } = {},
): ConflictReply => ({
  status: 'conflict',
  revision: conflict.theirs.revision,
  html: conflictPanel(question, conflict.mine, conflict.theirs, timesOf(more.times), more.page ?? pageOf(question))
    .text,
})

export interface InvalidReply {
  status: 'invalid'
  message: string
  /** A message for each field of the form, by its name there. */
  fields: Record<string, string>
  html: string
}

export function invalidReply(
  question: Question,
  error: { message: string; fields: Record<string, string> },
): InvalidReply {
  const fields = fieldProblems(question, error.fields)
  return { status: 'invalid', message: error.message, fields, html: invalidPanel(question, fields, error.message).text }
}

export interface ElsewhereReply {
  status: 'other-notebook'
  message: string
  /** For the script: where these words go isn't open here. */
  elsewhere: true
  html: string
}

/** The words belong to another notebook than the one that is open: how to open theirs. */
export const elsewhereReply = (
  question: Pick<Question, 'id'>,
  message: string,
  page: string,
  mayGoHere = true,
): ElsewhereReply => ({
  status: 'other-notebook',
  message,
  elsewhere: true,
  html: elsewherePanel(question, page, mayGoHere).text,
})
