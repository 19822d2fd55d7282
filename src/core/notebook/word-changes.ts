import { diffArrays } from 'diff'

/** A stretch of two versions laid over each other. */
export interface Change {
  kind: 'same' | 'added' | 'removed'
  text: string
}

/** Beyond so many changed words two texts are told apart as wholes: finding more would take long, and show little. */
const MOST = 600
/** Writing without blanks between words, which only a dictionary can tell apart. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u
/**
 * Words, with what joins or hyphenates them unseen; blanks; flags; and signs, each with what it is made of: an emoji may be
 * several in a row. A segmenter would take a hundred times as long.
 */
const WORDS =
  /[\p{L}\p{N}\p{M}]+(?:['’\u00ad\u200c\u200d][\p{L}\p{M}]+)*|\s+|\p{RI}{2}|[^\p{L}\p{N}\p{M}\s](?:[\p{M}\p{Cf}\p{EMod}]|(?<=\u200d)\p{ExtPict})*/gu

let segmenter: Intl.Segmenter | undefined

/** Words, blanks and signs, one after the other. */
function tokens(text: string, unspaced: boolean): string[] {
  if (!unspaced) return text.match(WORDS) ?? []
  segmenter ??= new Intl.Segmenter('en-GB', { granularity: 'word' })
  return [...segmenter.segment(text)].map(({ segment }) => segment)
}

/** What went and what came between two versions of a text, word by word. */
export function wordChanges(before: string, after: string): Change[] {
  if (before === after) return before ? [{ kind: 'same', text: before }] : []
  // Both are cut alike: else what stayed would differ.
  const unspaced = UNSPACED.test(before) || UNSPACED.test(after)
  const parts = diffArrays(tokens(before, unspaced), tokens(after, unspaced), { maxEditLength: MOST })
  if (!parts) return whole(before, after)
  return readable(
    parts.map(({ added, removed, value }) => ({
      kind: added ? 'added' : removed ? 'removed' : 'same',
      text: value.join(''),
    })),
  )
}

const whole = (before: string, after: string): Change[] =>
  [{ kind: 'removed', text: before } as const, { kind: 'added', text: after } as const].filter(
    ({ text }) => text !== '',
  )

/**
 * Puts changes together that only blanks and signs stand between: "was <went>told</went> <went>by</went>" reads badly.
 * Of each place, what went comes first.
 */
function readable(changes: Change[]): Change[] {
  const result: Change[] = []
  let [removed, added] = ['', '']
  const flush = () => {
    if (removed) result.push({ kind: 'removed', text: removed })
    if (added) result.push({ kind: 'added', text: added })
    removed = added = ''
  }
  for (const [i, { kind, text }] of changes.entries()) {
    const bridges = kind === 'same' && removed && added && i < changes.length - 1 && /^[^\p{L}\p{N}\n]+$/u.test(text)
    if (kind !== 'added' && (kind === 'removed' || bridges)) removed += text
    if (kind !== 'removed' && (kind === 'added' || bridges)) added += text
    if (kind === 'same' && !bridges) {
      flush()
      result.push({ kind, text })
    }
  }
  flush()
  return result
}
