import { pointLabel } from '#core/questions/parts/scale.ts'
import { choicesOf } from '#core/questions/parts/single-choice.ts'
import type { Part, PartOf } from '#core/questions/parts.ts'
import { type AnswerValue, type Question, THEMES } from '#core/questions/question.ts'
import type { Choice } from '../replies/card.ts'
import type { Place } from '../replies/place.ts'
import type { Way } from '../replies/questions.ts'

export type ReadReply = { value: AnswerValue } | { problem: string }

export type ChatPart = PartOf<'long-text' | 'short-text' | 'boxes' | 'when-will' | 'single-choice' | 'scale'>
const TYPES: Part['type'][] = ['long-text', 'short-text', 'boxes', 'when-will', 'single-choice', 'scale']

/** What a window over the chat takes: several options are ticked there, where a message would have to list them. */
export type WindowPart = ChatPart | PartOf<'multi-choice'>

/** The only part there is to ask for; null when the question needs its page. Private questions always do. */
function onlyPart(question: Question): Part | null {
  if (question.sensitivity === 'S2' || question.retired) return null
  // Tags and reasons are offered on the page, and can stay blank.
  const [part, ...others] = question.parts.filter((p) => p.name !== THEMES && p.type !== 'reason')
  return part && others.length === 0 ? part : null
}

/** The part that may be asked for in a place: where there are windows, what they take too. */
export function askablePart(question: Question, { window }: Pick<Place, 'window'>): WindowPart | null {
  const part = onlyPart(question)
  return window !== null && part?.type === 'multi-choice' ? part : chatPart(question)
}

/** The one part that chat asks for; null when the question needs its page, or a window. */
export function chatPart(question: Question): ChatPart | null {
  const part = onlyPart(question)
  if (!part || !TYPES.includes(part.type)) return null
  return part.type === 'boxes' && Array.isArray(part.boxes) ? null : (part as ChatPart)
}

/** The answer is chosen, not written. */
export const isChosen = ({ type }: WindowPart): boolean =>
  type === 'single-choice' || type === 'scale' || type === 'multi-choice'

/** How to answer in chat, with the options numbered where there are any. */
export function wayOf(part: WindowPart): Way {
  if (part.type === 'multi-choice') return { how: 'Tick what fits in a window.', options: [] }
  if (part.type === 'boxes')
    return { how: `Write up to ${part.boxes}, one on each line. They are saved when you send them.`, options: [] }
  if (part.type === 'when-will')
    return { how: 'Write it as “When …, I will …”. It is saved when you send it.', options: [] }
  if (isChosen(part)) return { how: 'Choose one, or write its number.', options: optionsOf(part).map((o) => o.choice) }
  return { how: 'Write your answer here. It is saved when you send it.', options: [] }
}

/** Reads a reply as an answer, or says what is wanted. Limits are the part's own, and the core checks them. */
export function readReply(part: ChatPart, text: string): ReadReply {
  const value = (given: AnswerValue[string]) => ({ value: { [part.name]: given } })
  if (part.type === 'boxes') return value(text.split('\n').map(withoutBullet).filter(Boolean))
  if (part.type === 'when-will') {
    const [, when, will] = /^when\s+(.+?)[\s,;.:…]+i\s?(?:will|['’]ll)\s+(.+)$/is.exec(text) ?? []
    return when && will
      ? value({ when, will })
      : { problem: 'I couldn’t see a “When” and an “I will” in that, so I haven’t saved it.' }
  }
  if (!isChosen(part)) return value(text)
  const plain = text
    .trim()
    .replace(/^(?:option|number|no\.?)\s+/i, '')
    .replace(/[\s.!)]+$/, '')
    .toLowerCase()
    .replaceAll('’', "'")
  const chosen = optionsOf(part).find(({ names }) => names.includes(plain))
  return chosen ? value(chosen.value) : { problem: 'That isn’t one of the answers here, so I haven’t saved it.' }
}

interface Option {
  choice: Choice
  label: string
  value: string | number
  /** In lower case, every way to name it. */
  names: string[]
}

/** What may be chosen, in order: as it is said, and as it is saved. */
export function optionsOf(part: WindowPart): Option[] {
  const option = (say: string, label: string, value: string | number): Option => ({
    label,
    choice: { say, label: say === label ? label : `${say}. ${label}` },
    value,
    names: [say, label].map((n) => n.toLowerCase().replaceAll('’', "'")),
  })
  if (part.type === 'single-choice' || part.type === 'multi-choice')
    return choicesOf(part).map((o, i) => option(String(i + 1), o.label, o.id))
  if (part.type !== 'scale') return []
  const points = Array.from({ length: part.points }, (_, i) => option(String(i + 1), pointLabel(part, i + 1), i + 1))
  return [
    ...points,
    option('rather not', 'I’d rather not say', 'rather-not'),
    ...(part.notSure ? [option('not sure', 'Not sure yet', 'not-sure')] : []),
  ]
}

const withoutBullet = (line: string): string => line.replace(/^\s*(?:[-*•–]|\d+[.)])\s+/, '').trim()
