import { standardsCards } from '../replies/standards.ts'
import type { Feature } from './feature.ts'

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
  async reply({ core, actor, dialogue, text }) {
    const held = dialogue.held && SAYS_IT_ASKS.test(text) ? dialogue.held.text : undefined
    const question = held ?? questionIn(text)
    // They were asked whether these words are an answer, and this says no.
    if (dialogue.held?.text === question) delete dialogue.held
    const answer = await core.askStandards(actor, { question, context: dialogue.about, model: 'as-chosen' })
    if (answer.context) dialogue.about = answer.context
    else delete dialogue.about
    return standardsCards(answer, core.content.help, { offersModelFor: question })
  },
}
