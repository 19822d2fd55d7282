import { LIMITS } from '#core/questions/part.ts'
import type { Plan } from '#core/questions/parts/when-will.ts'
import type { AnswerValue } from '#core/questions/question.ts'
import type { Field, Filled } from '../replies/modal.ts'
import { boxHint, chooseHint, tickHint, WHEN, WILL } from '../replies/window.ts'
import { optionsOf, type WindowPart } from './chat-answer.ts'

type Given = AnswerValue[string]

interface Shown {
  /** The question, which names the field. */
  ask: string
  /** What is in the answer now; undefined where nothing is, or it may not be repeated here. */
  now: Given | undefined
  /** The most characters that a box of a window holds. */
  most: number
}

/** What a window asks for an answer. */
export function windowFields(part: WindowPart, { ask, now, most }: Shown): Field[] {
  const words = (name: string, label: string, value: unknown, limit: number, more: { lines: boolean; hint?: string }) =>
    ({ kind: 'words', name, label, most: Math.min(limit, most), value: String(value ?? ''), ...more }) as const
  if (part.type === 'when-will') {
    const plan = now as Plan | undefined
    const box = { lines: true, hint: boxHint(LIMITS.short, most) }
    return [words('when', WHEN, plan?.when, LIMITS.short, box), words('will', WILL, plan?.will, LIMITS.short, box)]
  }
  if (part.type === 'boxes') {
    const boxes = Number(part.boxes)
    const lines = ((now ?? []) as string[]).filter((line) => line.trim() !== '').join('\n')
    return [
      words(part.name, ask, lines, boxes * (LIMITS.box + 1), { lines: true, hint: boxHint(boxes, most, 'lines') }),
    ]
  }
  if (part.type === 'long-text' || part.type === 'short-text') {
    const long = part.type === 'long-text'
    const limit = long ? LIMITS.long : LIMITS.short
    return [words(part.name, ask, now, limit, { lines: long, hint: boxHint(limit, most) })]
  }
  const options = optionsOf(part).map(({ value, label }) => ({ id: String(value), label }))
  if (part.type === 'multi-choice') {
    const value = (now ?? []) as string[]
    return [{ kind: 'many', name: part.name, label: ask, hint: tickHint(part.most), options, value }]
  }
  return [
    {
      kind: 'one',
      name: part.name,
      label: ask,
      hint: chooseHint,
      options,
      value: now === null || now === undefined ? undefined : String(now),
    },
  ]
}

/** What a box can't hold would be cut, and then saved as it was cut. */
export const isCut = (fields: Field[]): boolean =>
  fields.some((field) => field.kind === 'words' && (field.value ?? '').length > field.most)

/** What was filled in, as an answer and as somebody would have written it in chat; null where nothing was. */
export function readFilled(part: WindowPart, filled: Filled): { value: AnswerValue; text: string } | null {
  const words = (name: string): string => (typeof filled[name] === 'string' ? filled[name] : '')
  const read = (given: Given, text: string) => ({ value: { [part.name]: given }, text })
  if (part.type === 'when-will') {
    const [when, will] = [words('when'), words('will')]
    return when.trim() || will.trim() ? read({ when, will }, `When ${when}, I will ${will}`) : null
  }
  if (part.type === 'multi-choice') {
    const ids = [filled[part.name] ?? []].flat()
    const chosen = optionsOf(part).filter(({ value }) => ids.includes(String(value)))
    return ids.length ? read(ids, chosen.map(({ choice }) => choice.say).join(', ')) : null
  }
  const text = words(part.name)
  if (text.trim() === '') return null
  if (part.type === 'boxes')
    return read(
      text.split('\n').filter((line) => line.trim() !== ''),
      text,
    )
  if (part.type === 'long-text' || part.type === 'short-text') return read(text, text)
  const chosen = optionsOf(part).find(({ value }) => String(value) === text)
  return read(chosen?.value ?? text, chosen?.choice.say ?? text)
}
