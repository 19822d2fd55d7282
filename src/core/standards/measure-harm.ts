import { likelyHarm, possibleHarm } from '../privacy/possible-harm.ts'
import type { Figures } from './measure-answers.ts'

const share = (messages: string[], is: (message: string) => boolean): number =>
  Math.round((1000 * messages.filter(is).length) / messages.length) / 10

/**
 * How many messages of each set the companion answers with the card for possible harm, when asked and when it awaits an answer;
 * in percent. `read` gives the messages of a file in `tests/eval`.
 */
export function harmFigures(read: (file: string) => { q: string }[]): Figures {
  const of = (file: string, is: (message: string) => boolean) =>
    share(
      read(file).map(({ q }) => q),
      is,
    )
  return {
    'disclosures: caught': of('disclosures.jsonl', possibleHarm),
    'disclosures, plain: caught': of('disclosures-plain.jsonl', possibleHarm),
    'questions about it: caught by mistake': of('about-harm.jsonl', possibleHarm),
    'questions about it, plain: caught by mistake': of('about-harm-plain.jsonl', possibleHarm),
    'genuine questions: caught by mistake': of('genuine-questions.jsonl', possibleHarm),
    'ordinary messages: caught by mistake': of('ordinary-messages.jsonl', possibleHarm),
    'disclosures, as an answer: caught': of('disclosures.jsonl', likelyHarm),
    'disclosures, plain, as an answer: caught': of('disclosures-plain.jsonl', likelyHarm),
    'ordinary messages, as an answer: caught by mistake': of('ordinary-messages.jsonl', likelyHarm),
  }
}
