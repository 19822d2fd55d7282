const ONES =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  )
const TENS = '- - twenty thirty forty fifty sixty seventy eighty ninety'.split(' ')
const SMALL = ONES.slice(1, 10).join('|')

/** Source of a pattern for a number from one to ninety-nine in words. */
export const NUMBER_WORDS = `(?:(?:${TENS.slice(2).join('|')})(?:[\\s-](?:${SMALL}))?|${ONES.slice(1).toReversed().join('|')})`

/** "fifteen" or "thirty-one" as a number; null for what isn't one. */
export function numberOf(words: string): number | null {
  const [first = '', second] = words.toLowerCase().split(/[\s-]+/)
  const one = ONES.indexOf(first)
  if (one >= 0) return second === undefined ? one : null
  const ten = TENS.indexOf(first)
  if (ten < 2) return null
  const rest = second === undefined ? 0 : ONES.indexOf(second)
  return rest >= 0 && rest < 10 ? ten * 10 + rest : null
}
