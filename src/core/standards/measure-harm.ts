import { harmLevel, likelyHarm } from '../privacy/possible-harm.ts'
import type { Figures } from './measure-answers.ts'

const share = (messages: string[], is: (message: string) => boolean): number =>
  Math.round((1000 * messages.filter(is).length) / messages.length) / 10

/** Messages that tell of harm, questions about it as a subject, and what has nothing to do with it: files in `tests/eval`. */
const TELL = {
  disclosures: 'disclosures',
  'disclosures, plain': 'disclosures-plain',
  'disclosures, in chat': 'disclosures-companion',
}
const DO_NOT_TELL = {
  'questions about it': 'about-harm',
  'questions about it, plain': 'about-harm-plain',
  'genuine questions': 'genuine-questions',
  'ordinary messages': 'ordinary-messages',
  'ordinary chat': 'companion-chat',
}

/**
 * In percent: how many messages of each set are signposted at all, how many of them with the fixed card instead of two lines
 * before the reply, and how many would be held back from being shown to others.
 */
export function harmFigures(read: (file: string) => { q: string }[]): Figures {
  const figures: Figures = {}
  const measure = (name: string, file: string, mistaken: string) => {
    const messages = read(`${file}.jsonl`).map(({ q }) => q)
    figures[`${name}: signposted${mistaken}`] = share(messages, (message) => harmLevel(message) !== null)
    figures[`${name}: with the card${mistaken}`] = share(messages, (message) => harmLevel(message) === 'sure')
    figures[`${name}: held back${mistaken}`] = share(messages, likelyHarm)
  }
  for (const [name, file] of Object.entries(TELL)) measure(name, file, '')
  for (const [name, file] of Object.entries(DO_NOT_TELL)) measure(name, file, ' by mistake')
  return figures
}
