import { noWords as noWordsCard } from '../replies/small-talk.ts'
import type { Feature } from './feature.ts'

/** A message without words, such as a picture. */
export const noWords: Feature = {
  name: 'no words',
  hears: ({ text }) => text === '',
  reply: () => noWordsCard,
}
