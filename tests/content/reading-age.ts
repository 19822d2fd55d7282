/** Words as a reader counts them: “half-finished” and “can’t” are one each. */
export const wordsOf = (text: string): string[] => text.match(/[\p{L}\p{N}]+(?:[’'-][\p{L}\p{N}]+)*/gu) ?? []

export const sentencesOf = (text: string): string[] =>
  text.split(/(?<=[.!?…]["”’)]*)\s+(?=[“‘("A-Z0-9£])/).filter((sentence) => wordsOf(sentence).length > 0)

/** English syllables by vowel groups, less a silent final e, es or ed. Good to a few in a hundred over a page. */
function syllablesIn(word: string): number {
  if (/^\d/.test(word)) return 2
  const letters = word
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[’']s$/, '')
  return letters.split('-').reduce((sum, part) => {
    const spoken = /[^aeiouy]les?$/.test(part) ? part : part.replace(/es?$|(?<=[^td])ed$/, '')
    return sum + Math.max(1, spoken.match(/[aeiouy]+/g)?.length ?? 0)
  }, 0)
}

/**
 * The age at which a text reads with ease, on two measures that count different things: Flesch–Kincaid (length of
 * sentences, and syllables) and the Automated Readability Index (length of sentences, and letters). Each gives an
 * American school grade; a pupil in grade g is about g + 5 years old.
 */
export function readingAge(paragraphs: string[]): { fleschKincaid: number; automated: number } {
  const sentences = paragraphs.flatMap(sentencesOf)
  const words = sentences.flatMap(wordsOf)
  const average = (of: (word: string) => number) => words.reduce((sum, w) => sum + of(w), 0) / words.length
  const perSentence = words.length / sentences.length
  return {
    fleschKincaid: 0.39 * perSentence + 11.8 * average(syllablesIn) - 15.59 + 5,
    automated: 4.71 * average((w) => w.replace(/[^\p{L}\p{N}]/gu, '').length) + 0.5 * perSentence - 21.43 + 5,
  }
}
