import { foldText } from './fold-text.ts'

/** Short forms written out, so that no "not" and no "will" hides in one. */
const SHORT: [form: RegExp, full: string][] = [
  [/\bwon't\b/g, 'will not'],
  [/\bshan't\b/g, 'shall not'],
  [/\bcan(?:'t|not)\b/g, 'can not'],
  [/n't\b/g, ' not'],
  [/'ll\b/g, ' will'],
  [/'re\b/g, ' are'],
  [/'ve\b/g, ' have'],
  [/'d\b/g, ' would'],
  [/'s\b/g, ''],
]

/** Every word of a sentence in its order, in small letters, short forms written out. */
export const plainWords = (sentence: string): string[] =>
  SHORT.reduce((text, [form, full]) => text.replace(form, full), foldText(sentence).toLowerCase()).match(
    /[\p{L}\p{N}]+/gu,
  ) ?? []
