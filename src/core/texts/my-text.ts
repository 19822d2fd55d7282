import { cardsStillThere } from '../cards/still-there.ts'
import type { World } from '../world.ts'
import { type Held, readTexts } from './approved-text.ts'

/** What has become of words that somebody approved. */
export interface MyText {
  question: string
  /** Exactly what was approved. */
  words: string
  cohort: string
  /**
   * held: it stays with its author. waiting: for a tick at which the answer is counted, or was before. shown: its trainer
   * can see it, since the tick named. leaving: taken back, and gone with the next tick.
   */
  state: 'held' | 'waiting' | 'shown' | 'leaving'
  held: Held | null
  /** The tick from which its trainer could see it, as an ISO time. */
  since: string | null
}

/** Whose words stand, and what was taken back and hasn't gone yet, newest first. */
export async function myTextsOf(world: World, root: string, questionId?: string): Promise<MyText[]> {
  const texts = await readTexts(world, [root], questionId)
  const withdrawn = texts.filter((text) => text.withdrawnAt !== null)
  const leaving = await cardsStillThere(
    world.db,
    withdrawn.flatMap((text) => text.card?.id ?? []),
  )
  return texts
    .filter((text) => text.withdrawnAt === null || leaving.includes(text.card?.id ?? ''))
    .toReversed()
    .map((text) => ({
      question: text.questionId,
      words: text.words,
      cohort: text.cohort,
      state: text.withdrawnAt !== null ? 'leaving' : text.held ? 'held' : text.card ? 'shown' : 'waiting',
      held: text.held,
      since: text.card ? new Date(text.card.since).toISOString() : null,
    }))
}
