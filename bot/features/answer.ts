import { harmLevel } from '#core/privacy/possible-harm.ts'
import type { Card } from '../replies/card.ts'
import { withHelpFirst } from '../replies/harm.ts'
import { answeredLater, nothingHeldCard, savedCard, unreadableCard, whichCard } from '../replies/questions.ts'
import { asksOutright, looksLikeAQuestion, saysItAsks } from './ask.ts'
import { chatPart, isChosen, readReply, wayOf } from './chat-answer.ts'
import type { Feature, Turn, Words } from './feature.ts'
import { saveWords } from './save-words.ts'

const SAVE_IT =
  /^(?:please )?(?:save|keep|store) (?:it|that|this|mine)(?: (?:as|for) (?:my|the|an) answer| in its place)?(?:,? please)?[\s.!]*$/i

/** To “is that your answer, or a question for me?” */
const ITS_MINE = /^(?:yes[\s,.]*|yeah[\s,.]*)?(?:(?:it|that|this)(?:['’]?s| is| was) )?(?:my|an|the) answer[\s.!]*$/i

/** The answer to the question that was asked, or "save it" for words that were held back. */
export const answer: Feature = {
  name: 'answer',
  hears: (turn) => wordsIn(turn) !== null,
  async reply(turn) {
    const words = wordsIn(turn)?.words
    const card = keepable(await replyTo(turn), turn, words)
    return harmLevel(turn.text) === 'perhaps' ? withHelpFirst(card, turn.core.content.help) : card
  },
}

/** Of words that may tell of harm, or are for a personal question, the conversation keeps no copy. */
function keepable(card: Card, { core, text }: Turn, words: Words | undefined): Card {
  const question = words && core.content.question(words.question)
  if (!question) return card
  if (words.text !== text && harmLevel(words.text) !== null) return { ...card, later: null }
  return { ...card, ...answeredLater(question, card.later ?? card) }
}

async function replyTo(turn: Turn): Promise<Card> {
  const { core, dialogue } = turn
  const { words, sure } = wordsIn(turn) ?? {}
  const question = words && core.content.question(words.question)
  const part = question && chatPart(question)
  if (!words || !question || !part) return nothingHeldCard
  if (!sure && looksLikeAQuestion(words.text)) {
    dialogue.held = words
    return whichCard(words.text)
  }
  const read = readReply(part, words.text)
  if ('problem' in read) return unreadableCard(core.content, question, wayOf(part), read.problem)
  const done = await saveWords(turn, { question, part }, words, read.value)
  delete dialogue.awaiting
  if ('conflict' in done) return done.conflict
  delete dialogue.held
  dialogue.answered = { ...words, by: turn.operation }
  return savedCard(core.content, question, done.saved, turn.place)
}

/** The words to save, if this message means any; `sure` when they can't be meant as something else. */
function wordsIn({ core, text, operation, dialogue }: Turn): { words?: Words; sure: boolean } | null {
  const { awaiting, held, answered } = dialogue
  // The same message once more: the save it led to has its name, so the reply is the same too.
  if (answered?.by === operation) return { words: answered, sure: true }
  if (held && saysItAsks(text)) return null
  if (SAVE_IT.test(text) || (held && ITS_MINE.test(text))) return held ? { words: held, sure: true } : { sure: true }
  if (!awaiting || asksOutright(text)) return null
  const question = core.content.question(awaiting.question)
  const part = question && chatPart(question)
  if (!part) return null
  // Where a number is awaited, a question can't be meant as the answer.
  if (isChosen(part) && looksLikeAQuestion(text) && 'problem' in readReply(part, text)) return null
  return { words: { ...awaiting, text, operation }, sure: isChosen(part) }
}
