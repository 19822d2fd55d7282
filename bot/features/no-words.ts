import { noWords as noWordsCard } from '../replies/small-talk.ts'
import type { Feature } from './feature.ts'

/** A message without words, such as a picture. Where a question waits, a sign may be its answer. */
export const noWords: Feature = {
  name: 'no words',
  hears: ({ text, dialogue }) =>
    text === '' || (!dialogue.awaiting && !dialogue.prompt && !/[\p{L}\p{N}?👍🙂😀❤🙏👏]/u.test(text)),
  reply: () => noWordsCard,
}
