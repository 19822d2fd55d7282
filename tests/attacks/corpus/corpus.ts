import { readFileSync } from 'node:fs'
import { type Flag, findFlags, type Kind } from '#core/privacy/find-flags.ts'

export interface Sentence {
  text: string
  wanted: Flag[]
}
type Sets = Record<'marked' | 'harmless' | 'firstSight' | 'firstSightHarmless', string[]>

/** `Ring ⟦contact 07700 900123⟧` as the sentence and its spans. */
export function unmark(marked: string): Sentence {
  const wanted: Flag[] = []
  let text = ''
  for (const [, before, kind, words] of marked.matchAll(/([^⟦]*)(?:⟦([\w-]+) ([^⟧]*)⟧)?/g)) {
    text += before
    if (!kind || words === undefined) continue
    wanted.push({ kind: kind as Kind, start: text.length, end: text.length + words.length })
    text += words
  }
  return { text, wanted }
}

const sets = JSON.parse(readFileSync(new URL('flags.json', import.meta.url), 'utf8')) as Sets
export const corpus = (set: keyof Sets): Sentence[] => sets[set].map(unmark)

/** The names that the course of the corpus knows. */
export const KNOWN = { people: ['Nasreen Ali', 'Will Hope'] }
type Looked = Sentence & { flags: Flag[] }
const done = new Map<string, Promise<Looked[]>>()
const look = (sentences: Sentence[]) =>
  Promise.all(sentences.map(async (sentence) => ({ ...sentence, flags: await findFlags(sentence.text, KNOWN) })))

/** A set with the flags that are found in it; it is looked through once. */
export function looked(set: keyof Sets): Promise<Looked[]> {
  const found = done.get(set) ?? look(corpus(set))
  done.set(set, found)
  return found
}

const overlap = (a: Flag, b: Flag) => a.start < b.end && b.start < a.end
const within = (a: Flag, others: Flag[]) => {
  for (let at = a.start; at < a.end; at++) if (!others.some(({ start, end }) => start <= at && at < end)) return false
  return true
}

export interface Figures {
  wanted: number
  /** Marked whole, as this kind. */
  found: number
  /** Marked whole, as whatever kind: its author sees it. */
  shown: number
  /** Flags of this kind, and how many of them touch what is one. */
  flagged: number
  right: number
  missed: string[]
  wrong: string[]
}

/** How well one kind is found. Words that stand between (blanks, `and`) don’t count against it. */
export async function measure(set: keyof Sets, kind: Kind): Promise<Figures> {
  const figures: Figures = { wanted: 0, found: 0, shown: 0, flagged: 0, right: 0, missed: [], wrong: [] }
  for (const { text, wanted, flags } of await looked(set)) {
    const own = flags.filter((flag) => flag.kind === kind)
    for (const span of wanted.filter((flag) => flag.kind === kind)) {
      figures.wanted++
      if (within(span, own)) figures.found++
      else figures.missed.push(`${text.slice(span.start, span.end)} (${text})`)
      if (within(span, flags)) figures.shown++
    }
    for (const flag of own) {
      figures.flagged++
      if (wanted.some((span) => span.kind === kind && overlap(span, flag))) figures.right++
      else figures.wrong.push(`${text.slice(flag.start, flag.end)} (${text})`)
    }
  }
  return figures
}
