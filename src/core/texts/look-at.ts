import { z } from 'zod'
import { type Flag, findFlags } from '../privacy/find-flags.ts'
import { holdsBack } from '../privacy/holds-back.ts'
import { shareableText } from '../privacy/shareable-text.ts'
import { lengthOf } from '../questions/part.ts'
import type { Held } from './approved-text.ts'

/** On a wall, longer ones can't be read. */
export const LONGEST_TEXT = 500

/** Words that somebody wants to show. An answer may be longer: its author takes out what to show. */
export const wordsToShow = z
  .string('Write the words that you want to show.')
  .max(60_000, 'That is far too long to show.')

/** Words as the group would see them, and what their author should look at before anybody else does. */
export interface Look {
  words: string
  /** What is too much or too little about them; null when they could go. */
  trouble: string | null
  flags: Flag[]
  /** Why they would stay with their author as they are; null when they could go. */
  held: Held | null
}

/** Looks at words as they would go out: evened out first, so that the author approves exactly what is shown. */
export async function lookAt(typed: string, names: string[]): Promise<Look> {
  const words = shareableText(typed)
  const length = lengthOf(words)
  const trouble =
    length === 0
      ? 'Write the words that you want to show.'
      : length > LONGEST_TEXT
        ? `This can be up to ${LONGEST_TEXT} characters. It is ${length.toLocaleString('en-GB')} now.`
        : null
  const flags = await findFlags(words, { people: names })
  return { words, trouble, flags, held: holdsBack(words, flags) }
}
