import { isShared } from '#core/actor.ts'
import { plainEnglish } from '#core/plain-english.ts'
import { readFollowUp } from '#core/standards/read-follow-up.ts'
import type { StandardsAnswer } from '#core/standards/standards-answer.ts'
import { beforeModel, mayGoOn, modelCard, standardsCards } from '../replies/standards.ts'
import type { Feature, Turn } from './feature.ts'

const ASK = /^ask(?: the standards)?\s*[:,]\s*(?<question>.+)$/is
/** A clause by its label, or words that can only be for the standards. */
const FOR_THE_STANDARDS =
  /^(?:SFJBA13|CD-COLLAB|SC-NETWORKS|CLD|SCDHSC)\b.{0,60}$|^(?:PC|KU|K|P) ?\d{1,2}(?:\.\d)?[?.]?$|^what (?:do|does) (?:the|this|that|my) (?:three )?standards? say\b/i

/** To “is that your answer, or a question for me?” */
const SAYS_IT_ASKS = /^(?:it(?:['’]?s| is| was)|that(?:['’]?s| is| was)|this is)? ?a question(?: for you)?[\s.!]*$/i
export const saysItAsks = (text: string): boolean => SAYS_IT_ASKS.test(text)

/** Said to the standards, whatever else is going on. */
export const asksOutright = (text: string): boolean => [ASK, FOR_THE_STANDARDS].some((p) => p.test(text))

/** What is asked, without the word that says so. */
export const questionIn = (text: string): string => ASK.exec(text)?.groups?.question ?? text

/** One question and nothing else, so that it may not be meant as an answer. */
export const looksLikeAQuestion = (text: string): boolean => /^[^.!?\n]{8,200}\?$/.test(text)

/** Anything else: a question about the standards. Always a reply, and a refusal helps. */
export const ask: Feature = {
  name: 'ask',
  hears: () => true,
  async reply(turn) {
    const { dialogue, text } = turn
    const held = dialogue.held && SAYS_IT_ASKS.test(text) ? dialogue.held.text : undefined
    const question = held ?? questionIn(text)
    // They were asked whether these words are an answer, and this says no.
    if (dialogue.held?.text === question) delete dialogue.held
    return answerTo(turn, question, 'as-chosen')
  },
}

/** What the standards say, at once; where a model is asked as well, what became of that follows. */
export async function answerTo(
  { core, actor, dialogue, signal, atOnce }: Turn,
  question: string,
  model: 'as-chosen' | 'from-now-on',
) {
  let early = false
  const onOwnWords = async (answer: StandardsAnswer) => {
    early = true
    await atOnce?.(beforeModel(answer))
  }
  const asked = { question, context: dialogue.about, model, ...(signal && { signal }), ...(atOnce && { onOwnWords }) }
  const answer = await core.askStandards(actor, asked)
  if (answer.context) dialogue.about = answer.context
  else delete dialogue.about
  // "Tell me more" goes on with the question before it.
  const followsUp = readFollowUp(core.content.standards, plainEnglish(question)) !== null
  const first = followsUp ? dialogue.asked?.question : question
  // For a text to a person; on a shared computer nothing that was said is kept.
  if (first !== undefined && mayGoOn(answer) && !isShared(actor))
    dialogue.asked = { question: first, clauses: answer.context?.clauses ?? [] }
  else delete dialogue.asked
  if (early) return modelCard(answer)
  return standardsCards(answer, core.content.help, {
    goesOn: true,
    ...(model === 'as-chosen' && { offersModelFor: question }),
  })
}
