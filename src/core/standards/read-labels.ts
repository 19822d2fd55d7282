import { NUMBER_WORDS, numberOf } from './number-words.ts'

/** PC, P: performance. KU, K: knowledge. clause: either. The others are named in full. */
export type List = 'PC' | 'P' | 'KU' | 'K' | 'clause' | 'Key Area' | 'Element' | 'Value' | 'Value example'

/** A label that stands in a question, such as "PC 15.2", or one of a range such as "K31 to 33". */
export interface ReadLabel {
  list: List
  /** The list is in words, as in "criterion 7": it may be any standard's. A short label is first taken as it is printed. */
  loose: boolean
  /** In figures, without zeros in front. */
  number: string
  /** Where in the question it stands. */
  from: number
  to: number
}

const FIGURES = String.raw`\d{1,9}(?:\.\d{1,3}|\s\.\s?\d{1,3})*`
const IN_WORDS = String.raw`${NUMBER_WORDS}(?:\spoint\s${NUMBER_WORDS})?`
const MARK = String.raw`\s?(?:'?s)?\s?(?:no\b\.?|number|nr\b\.?|#|[.:–-])?\s?`

interface Kind {
  list: List
  name: string
  loose?: boolean
  /** Whether it is a label with a number in words too: "the knowledge one needs" has none. */
  words?: boolean
  /** Whether it is one only where no noun follows: "I value 3 things" has none. */
  guarded?: boolean
}
const KINDS: Kind[] = [
  { list: 'PC', name: 'PC', words: true },
  { list: 'KU', name: 'KU', words: true },
  { list: 'P', name: 'P', words: true },
  { list: 'K', name: 'K', words: true },
  { list: 'PC', name: String.raw`(?:performance\s)?criterion`, loose: true, words: true },
  { list: 'PC', name: String.raw`performance\s(?:criteria|statements?|clauses?|points?)|criteria`, loose: true },
  {
    list: 'KU',
    name: String.raw`knowledge(?:\sand\sunderstanding)?(?:\s(?:criterion|criteria|statements?|points?|clauses?|items?))?`,
    loose: true,
  },
  { list: 'Key Area', name: String.raw`key\sareas?`, words: true },
  { list: 'Element', name: 'elements?', words: true, guarded: true },
  { list: 'Value example', name: String.raw`values?\sexamples?|examples?\sof\s(?:the\s)?values?`, guarded: true },
  { list: 'Value', name: 'values?', guarded: true },
  { list: 'clause', name: 'clauses?|statements?', loose: true, guarded: true },
]

/** What may follow a number that belongs to a label: its end, a sign, or one of these words. */
const FOLLOWS = String.raw`(?=\s*(?:$|[^\s\p{L}\p{N}]|(?:of|in|from|for|on|and|or|to|through|say|says|said|mean|means|meant|differ|compare|about|the|please|with|are|is|do|does|which|sfjba13|cd-collab|sc-networks)\b))`
const WHOLE = String.raw`(?![\p{L}\p{N}]|\.\d)`

const expression = ({ name, words, guarded }: Kind): RegExp =>
  new RegExp(
    `(?<![\\p{L}\\p{N}])(?:${name})${MARK}(?<number>${FIGURES}${words ? `|${IN_WORDS}` : ''})${WHOLE}${guarded ? FOLLOWS : ''}`,
    'giu',
  )
const RANGE = /^(?:to|through|until|up to|[-–—])$/i

/** More numbers after a label: ", 32 and 33", "-K35". */
const more = ({ name, words }: Kind): RegExp =>
  new RegExp(
    String.raw`\s*(?<between>,\s*and|,\s*or|[,;&+/–—-]|and|or|up to|to|through|until)\s*(?:(?:${name})${MARK}(?<named>${FIGURES}${
      words ? `|${IN_WORDS}` : ''
    })${WHOLE}|(?<bare>${FIGURES})${WHOLE}${FOLLOWS})`,
    'iuy',
  )

const READERS = KINDS.map((kind) => ({ kind, starts: expression(kind), goesOn: more(kind) }))

/** The labels that stand in a question, in their order. A range is taken apart; one of more than a hundred is cut. */
export function readLabels(text: string): ReadLabel[] {
  const found: ReadLabel[] = []
  for (const { kind, starts, goesOn } of READERS)
    for (const start of text.matchAll(starts)) {
      const from = start.index
      if (found.some((label) => from < label.to && label.from < from + start[0].length)) continue
      found.push(...chain(text, kind, start, goesOn))
    }
  return found.sort((a, b) => a.from - b.from)
}

/** The label that begins here, and those that are strung to it. */
function chain(text: string, kind: Kind, start: RegExpExecArray, next: RegExp): ReadLabel[] {
  const label = (number: string, from: number, to: number): ReadLabel => ({
    list: kind.list,
    loose: kind.loose ?? false,
    number,
    from,
    to,
  })
  let last = figuresOf(start.groups?.number ?? '')
  let end = start.index + start[0].length
  const found = [label(last, start.index, end)]
  for (;;) {
    next.lastIndex = end
    const step = next.exec(text)
    if (!step?.groups) return found
    const { between = '', named, bare } = step.groups
    const number = figuresOf(named ?? bare ?? '')
    const [from, to] = [end, end + step[0].length]
    const numbers = RANGE.test(between) ? rangeTo(last, number) : [number]
    found.push(...numbers.map((n) => label(n, from, to)))
    last = number
    end = to
  }
}

function figuresOf(number: string): string {
  const plain = /^\d/.test(number)
    ? number.replace(/\s/g, '')
    : number
        .split(/\spoint\s/i)
        .map(numberOf)
        .join('.')
  return plain.replace(/^0+(?=\d)/, '')
}

const MOST = 100

/** The numbers after `first` up to `last`: of "15.1 to 15.3" those in between too. What is no range is its last number. */
function rangeTo(first: string, last: string): string[] {
  const [a = '', b] = first.split('.')
  const [c = '', d] = last.split('.')
  const sub = b !== undefined && d !== undefined && a === c
  const [from, to] = sub ? [Number(b), Number(d)] : [Number(a), Number(c)]
  if (to <= from || (!sub && (b ?? d) !== undefined)) return [last]
  const count = Math.min(to - from, MOST)
  return Array.from({ length: count }, (_, i) => (sub ? `${a}.${from + i + 1}` : String(from + i + 1)))
}
