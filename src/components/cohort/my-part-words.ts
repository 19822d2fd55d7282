import type { MyPart } from '#core/release/my-part.ts'
import { tickWords } from './tick-words.ts'

const STATE: Record<MyPart['state'], string | null> = {
  none: null,
  brought: 'You brought this answer in from a file. Save it here once, and it can be counted.',
  uncounted: 'Not counted, as you chose.',
  elsewhere: 'This answer counts in another course that you joined. An answer counts in one course only.',
  waiting: 'Waits for the next time that pictures are made.',
  unseen: 'Not shown. Too few answers were there when pictures were made, or it came too late for them.',
  shown: null,
  late: 'You have changed your answer since. The new one will not be counted; the old picture stays as it was.',
  changed: 'You have changed your answer since. The new one waits; the old picture stays as it was.',
}

/** What becomes of one answer, in sentences. */
export function myPartWords({ state, shown }: Pick<MyPart, 'state' | 'shown'>): string[] {
  const counted = shown.map(({ closedAt, lines: chosen }) => {
    const what = chosen.length ? `“${chosen.join('”, “')}”` : 'that you answered, and chose none of the options'
    return `Counted in a picture of ${tickWords(closedAt)}: ${what}.`
  })
  const now = STATE[state]
  return now ? [...counted, now] : counted
}
