import { randomUUID } from 'node:crypto'
import type { Question } from '#core/questions/question.ts'
import { renderPicture } from '../components/chapter/pictures.ts'
import { renderProgress } from '../components/chapter/render-progress.ts'
import type { Html } from '../components/html.ts'
import { beforeOf, earlierOf, type Found } from '../components/question/earlier-of.ts'
import { renderQuestion } from '../components/question/render-question.ts'
import { TIME_ZONE } from '../components/question/saved-words.ts'
import type { Outcome } from '../components/question/state.ts'
import type { Slot } from './splice.ts'

interface Known {
  /** As `core.myAnswers` gives them: of every chapter, so that a page can refer back to another. */
  answers: Found[]
  question(id: string): Question | undefined
  now: number
  timeZone?: string
  /** What became of one question's form that was just sent. */
  outcome?: { question: string; what: Outcome }
}

/** Renders the places of a chapter page with one learner's own answers; null leaves what was built. */
export function chapterSlots({
  answers,
  question: find,
  now,
  timeZone = TIME_ZONE,
  outcome,
}: Known): (slot: Slot) => Html | null {
  const byId = new Map(answers.map((a) => [a.question.id, a]))

  function sheet(id: string): Html | null {
    const question = find(id)
    if (!question) return null
    const answer = byId.get(id)
    const earlier = earlierOf(question, { question: find, answer: (back) => byId.get(back) })
    const sent = outcome?.question === id ? outcome.what : undefined
    if (!answer && !sent && !earlier.some((e) => e.answer)) return null
    return renderQuestion(question, {
      earlier,
      operation: randomUUID(),
      times: { now, timeZone },
      ...(answer && { answer }),
      ...(sent && { outcome: sent }),
    })
  }

  function picture(name: string, id: string): Html | null {
    const question = find(id)
    const answer = byId.get(id) ?? null
    const before = question ? beforeOf(question, { answer: (back) => byId.get(back) }) : null
    return answer || before ? renderPicture(name, answer, before) : null
  }

  return ({ name, args: [first = '', second = ''] }) => {
    if (name === 'question') return sheet(first)
    if (name === 'picture') return picture(first, second)
    if (name === 'progress')
      return renderProgress(answers.filter((a) => a.question.chapter === first && !a.blank).length)
    return null
  }
}
