import { plainEnglish } from '../plain-english.ts'

/** Sentences that try to give orders to a program rather than ask something. They are data here; this only drops them. */
const ORDERS = [
  /\b(ignore|forget|disregard|override|bypass)\b.{0,40}\b(instructions?|rules?|prompts?|standards?|guidelines?|above|previous)\b/i,
  /\b(system|hidden|secret|initial|developer)\s+(prompt|instructions?|message|mode)\b/i,
  /\b(you are|you're|act as|behave as|pretend to be|roleplay as)\s+(now\s+)?(an?\s+)?(dan\b|unrestricted|jailbroken|evil|different)/i,
  /\byou are now\b|\bno rules\b|\bjailbreak|\bdeveloper mode\b|\bapi[ -]?key\b|\bas your (developer|creator|admin|administrator)\b/i,
  /(^|>\s*)(system|assistant|developer|admin)\s*:/i,
  /\bfrom now on\b|\bwithout (any )?citations?\b|\breveal (your|the)\b/i,
  /\b(drop|truncate|alter) table\b|\bselect\b.{1,40}\bfrom\b\s+\w+|\bunion select\b|\balert\(|document\.cookie/i,
  /^\s*[A-Za-z0-9+/]{32,}={0,2}\s*$/,
]

export interface CleanQuestion {
  /** What is left to look for. */
  text: string
  /** Something was dropped because it gave orders to the program. */
  dropped: boolean
}

/** Takes out mark-up, and sentences that give orders to the program. The rest, in plain spelling, is the question. */
export function cleanQuestion(question: string): CleanQuestion {
  const sentences = sentencesOf(plainEnglish(question))
  const kept = sentences.filter((s) => !ordersProgram(s))
  return { text: kept.join(' ').trim(), dropped: kept.length < sentences.length }
}

/** The sentences that `cleanQuestion` keeps, spelt as they were typed. */
export const ownSentences = (question: string): string[] =>
  sentencesOf(question).filter((s) => s && !ordersProgram(plainEnglish(s)))

const ordersProgram = (sentence: string): boolean => ORDERS.some((order) => order.test(sentence))

const sentencesOf = (text: string): string[] =>
  text
    .replace(/<(script|style)\b[^>]*>[\s\S]*?<\/\1>/gi, ' ')
    .replace(/<\/?[a-z][^>]*>/gi, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .split(/(?<=[.!?;])\s+/)
