import { plainEnglish } from '../plain-english.ts'
import { isPlainOrder, ordersProgram, speaksToProgram } from './program-orders.ts'

export interface CleanQuestion {
  /** What is left to look for. */
  text: string
  /** Something was dropped because it gave orders to the program. */
  dropped: boolean
}

/** Mark-up, and what stands in it for a program rather than a person. */
const FOR_PROGRAMS: RegExp[] = [
  /<(script|style|system|instructions?|context)\b[^>]*>[\s\S]*?<\/\1>/gi,
  /<!--[\s\S]*?-->|<\|[^|]*\|>(?:\s*(?:system|user|assistant)\b)?/gi,
  /```[\s\S]*?(?:```|$)|\[INST\][\s\S]*?\[\/INST\]|#{2,} ?NEW[\s\S]*?#{2,} ?END ?#*/gi,
  // Whatever stands between two marks of the same kind: [[system]] … [[/system]], %%% … %%%, ~~~ … ~~~.
  /\[+([A-Z][\w ]*)\]+[\s\S]*?\[+\/\1\]+|([%~=$|*#-])\2{2,}[\s\S]*?\2{3,}/gi,
  /!\[[^\]]*\]\([^)]*\)|\[[^\]]*\]\(\s*javascript:[^\n]*?\)\)?/gi,
  /\{\{[^}]*\}\}|\{\s*"[\s\S]*?\}/g,
  /<\/?[a-z][^>]*>/gi,
  /(?<![\w+/])(?=[\w+/]*\d)(?=[\w+/]*[a-z])(?=[\w+/]*[A-Z])[A-Za-z0-9+/]{20,}={0,2}|(?<![\w+/])[A-Za-z0-9+/]{24,}={1,2}/g,
]

const LOOKS_LIKE_A_QUESTION =
  /\?\s*$|^(?:\W|\d+\W|and |then |also |so |second, |jan, )*(?:what|which|how|who|whose|where|when|why|do|does|is|are|can|should|must|may|tell me (?:about|what|how|which)|show me|quote|explain|list the|give me the)\b|\b(?:K|KU|PC|P) ?\d{1,2}\b|\bstandards? (?:say|mean|tell)/i

/**
 * Takes out mark-up, and sentences and parts of sentences that give orders to a program. The rest, in plain spelling, is the
 * question. What a person may have meant as a question is left as it is.
 */
export function cleanQuestion(question: string): CleanQuestion {
  const sentences = sentencesOf(plainEnglish(question))
  const kept = keptOf(sentences)
  return { text: kept.join(' ').trim(), dropped: kept.join(' ') !== sentences.join(' ') }
}

function keptOf(all: string[]): string[] {
  // Whoever asks may say why first, in English.
  const sentences = all.some((sentence) => sentence.endsWith('?'))
    ? all.filter((sentence) => asksSomething(sentence) || !isForeignOrHeaded(sentence))
    : all
  const left = sentences.map(withoutOrders)
  // Beside an order, only what asks is the question: the rest is the order's wrapping.
  const asking = left.filter((part) => asksSomething(part) && !ordersProgram(part))
  if (asking.length && (sentences.some(speaksToProgram) || left.some((part, i) => part !== sentences[i])))
    return left.filter(
      (part) => asking.includes(part) || (part && !speaksToProgram(part) && !sentences.some(isPlainOrder)),
    )
  const some = left.filter(Boolean)
  // "Book a room" may be meant as a question after all, where nothing else is.
  return some.length ? some : sentences.filter((sentence) => !isPlainOrder(sentence))
}

/** The sentences that `cleanQuestion` keeps, spelt as they were typed. */
export const ownSentences = (question: string): string[] =>
  sentencesOf(question).filter((sentence) => {
    const plain = plainEnglish(sentence)
    return withoutOrders(plain) && !ordersProgram(plain)
  })

const BETWEEN = /(\s*,\s+(?:and |then |so |but )*|\s*[:(–]\s*|\s*\)\s*|\s+-\s+|\s+(?:and then|and|then|but)\s+)/

/** A sentence without the parts that give orders. An order goes on until something is asked. */
function withoutOrders(sentence: string): string {
  const pieces = sentence.split(BETWEEN)
  if (isPlainOrder(sentence) && !pieces.some(asksSomething)) return ''
  let kept = ''
  let dropping = false
  for (let i = 0; i < pieces.length; i += 2) {
    const piece = pieces[i] ?? ''
    if (ordersProgram(piece) && !(i === 0 && asksFirst(sentence))) dropping = true
    else if (dropping && asksSomething(piece)) dropping = false
    if (!dropping) kept += (kept ? (pieces[i - 1] ?? '') : '') + piece
  }
  return kept.replace(/^(?:then|also|otherwise|and),? /i, dropping || kept !== sentence ? '' : '$&').trim()
}

const asksSomething = (part: string): boolean => LOOKS_LIKE_A_QUESTION.test(part)

const ENGLISH =
  /\b(?:the|a|an|of|to|in|on|at|is|are|was|were|and|or|not|with|for|from|by|it|its|this|that|be|been|has|have|had|got|get|no|never|all|up|out|as|but|only|just|so|more|who|i|i'm|i've|me|my|we|us|our|he|she|him|her|his|they|them|their|there|some|one|two|three|ok|okay|hi|hello|thanks|please|sorry|you|your|about|like|here|nobody|sounds|\w+n't)\b/i
/** In no words of English, or under a heading as settings have one: "New rule: …", "USER>". A label and its number stay. */
const isForeignOrHeaded = (part: string): boolean =>
  /^\w+>/.test(part) ||
  (!/\d/.test(part) && part.split(' ').length > 1 && (!ENGLISH.test(part) || /^(?:#+ |[\w ]{2,20}: )/.test(part)))

/** It begins as a question does, so its first words are no order. */
const asksFirst = (sentence: string): boolean =>
  /^\W*(?:what|which|how|who|whose|where|when|why|do|does|is|are|can|could|should|must|may)\b(?!'?s your\b)/i.test(
    sentence,
  ) && !/\byour (?:prompt|password|source code|configuration)\b/i.test(sentence)

/** No sentence begins with a number here: in "PC no. 3" and "PC 15 . 2" it belongs to what stands before it. */
function sentencesOf(text: string): string[] {
  const bare = FOR_PROGRAMS.reduce((left, pattern) => left.replace(pattern, ' '), text)
  return bare
    .split(
      /(?<=[.!?;])["”')]*\s+(?!\d)|\s*\n+\s*|\s+(?=P\.?S\.?:? )|\s(?=(?:User|Human|Assistant|AI|Question|Topic|Q|A):)|(?<=\b(?:User|Human|Question|Topic|Q):)\s+|\s(?=\d[.)] )|(?<=\w>)\s+|\s+(?=[A-Za-z]+>\s)/,
    )
    .map((sentence) => sentence.replace(/\s+/g, ' ').trim())
    .filter((sentence) => /[\p{L}\p{N}]/u.test(sentence) && !/^(?:User|Human|Question|Topic|Q):$/.test(sentence))
}
