/**
 * A text without the differences that change no word: forms of letters, white space, invisible marks, kinds of quotation
 * marks and dashes.
 */
export const foldText = (text: string): string =>
  text
    // NFKC makes a blank and an accent of these two, which people type as apostrophes.
    .replace(/[´`]/g, "'")
    .normalize('NFKC')
    .replace(/[\u00ad\u200b-\u200d\u2060\ufeff]/g, '')
    .replace(/[‘’‚‛‹›]/g, "'")
    .replace(/[“”„‟«»]/g, '"')
    .replace(/[‐‑‒–—―−]/g, '-')
    .replace(/\s+/g, ' ')
    .trim()
