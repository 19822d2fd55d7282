import type { Band } from '#core/release/bands.ts'

/** What a band is called, and how many of its three squares are filled, wherever it is shown. */
export const BAND_WORDS: Record<Band, string> = { 'few-or-none': 'few or none', some: 'some', most: 'most' }
export const FILLED: Record<Band, number> = { 'few-or-none': 1, some: 2, most: 3 }
/** In a box of 40 by 40. Cut by hand, so no two are quite square. */
export const SQUARES = [
  'M2.7 3.2L37.1 2.5L37 37.3L2.5 36.6Z',
  'M2.7 2.8L37.3 3.5L37.1 37.3L2.9 36.9Z',
  'M2.9 2.6L36.7 2.8L37.4 37L3.5 36.7Z',
]
/** Stands above the tags of a question instead of what was asked. */
export const TAGS_LABEL = 'Tags people picked for their own answers (nobody has to pick any)'
