import { parseInput } from '#core/define.ts'
import { AppError, notFound } from '#core/errors.ts'
import { harmLevel } from '#core/privacy/possible-harm.ts'
import { LIMITS, limitedText } from '#core/questions/part.ts'
import type { Card } from '../replies/card.ts'
import { harmCard, withHelpFirst } from '../replies/harm.ts'
import { savedCard } from '../replies/questions.ts'
import { answeredCard, conflictModal, inLine, nothingFilledIn } from '../replies/window.ts'
import { askablePart, chatPart, isChosen, type WindowPart } from './chat-answer.ts'
import type { Feature, Turn, Words } from './feature.ts'
import { saveWords } from './save-words.ts'
import { isCut, readFilled, windowFields } from './window-fields.ts'

/** An answer that was written in a window over the chat: the same answer, by the same rules, as one that is said. */
export const writtenAnswer: Feature = {
  name: 'written answer',
  first: true,
  alone: true,
  hears: ({ written }) => written !== undefined,
  async reply(turn) {
    const { written, core, place } = turn
    const question = written && core.content.question(written.question)
    const part = question && askablePart(question, place)
    if (!written || !question || !part) throw notFound('that question')
    const read = readFilled(part, written.filled)
    const [field = part.name] = Object.keys(written.filled)
    if (!read) {
      written.taken = { problems: { [field]: nothingFilledIn(isChosen(part)) } }
      return []
    }
    try {
      return await take(turn, { question, part, read, written })
    } catch (error) {
      if (!(error instanceof AppError && error.kind === 'invalid')) throw error
      written.taken = { problems: problemsOf(error, part, Object.keys(written.filled)) }
      return []
    }
  },
}

interface Given {
  question: Parameters<typeof saveWords>[1]['question']
  part: WindowPart
  read: NonNullable<ReturnType<typeof readFilled>>
  written: NonNullable<Turn['written']>
}

async function take(turn: Turn, { question, part, read, written }: Given): Promise<Card[]> {
  const { core, actor, operation, dialogue, place } = turn
  const { wording, base } = written
  const text = parseInput(limitedText(LIMITS.long), read.text)
  const { answers } = await core.myAnswers(actor, { questions: [question.id] })
  const { [part.name]: _before, ...rest } = answers[0]?.value ?? {}
  const words: Words = { question: question.id, wording, base, rest, text, operation }
  const level = harmLevel(text)
  if (dialogue.awaiting?.question === question.id) delete dialogue.awaiting
  if (level === 'sure') {
    for (const asking of ['awaiting', 'about', 'prompt'] as const) delete dialogue[asking]
    dialogue.held = words
    written.taken = { closes: true }
    return [harmCard(core.content.help, { held: true })]
  }
  const done = await saveWords(turn, { question, part }, words, read.value)
  if ('conflict' in done) {
    const upon = { wording: question.hash, base: dialogue.held?.base ?? base }
    const fields = windowFields(part, { ask: question.ask, now: read.value[part.name], most: place.window ?? 0 })
    const kept = chatPart(question) !== null
    if (!kept) delete dialogue.held
    if (isCut(fields)) {
      written.taken = { closes: true }
      return [done.conflict]
    }
    written.taken = { instead: conflictModal(core.content, question, { fields, upon, conflict: done.conflict, kept }) }
    return []
  }
  if (dialogue.held?.question === question.id) delete dialogue.held
  dialogue.answered = { ...words, by: operation }
  written.taken = { closes: true }
  written.settled = answeredCard(core.content, question, place)
  const card = savedCard(core.content, question, done.saved, place)
  return level === 'perhaps' ? withHelpFirst(card, core.content.help) : [card]
}

/** What can't be taken, by the field that it stands in. */
function problemsOf({ fields, message }: AppError, part: WindowPart, names: string[]): Record<string, string> {
  const [first = part.name] = names
  const problems = Object.entries(fields).map(([path, problem]) => {
    const last = path.split('.').at(-1) ?? ''
    const line = part.type === 'boxes' && /^\d+$/.test(last) ? Number(last) + 1 : null
    return [names.includes(last) ? last : first, line === null ? problem : inLine(line, problem)]
  })
  return problems.length ? Object.fromEntries(problems.reverse()) : { [first]: message }
}
