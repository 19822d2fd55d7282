import type { World } from '../world.ts'
import { cardOpener } from './open-cards.ts'

/** A card as the group sees it. */
export interface ShownCard {
  id: string
  question: string
  words: string
}

/** The cards that a cohort's trainer shows to the group, in an order that tells nothing. */
export async function shownCards(world: World, cohort: string): Promise<ShownCard[]> {
  const rows = await world.db.read
    .selectFrom('card')
    .select(['id', 'question_id', 'sealed'])
    .where('cohort_id', '=', cohort)
    .where('state', '=', 'shown')
    .orderBy('question_id')
    .orderBy('place')
    .execute()
  return (await cardOpener(world)(rows)).map(({ id, question_id, words }) => ({ id, question: question_id, words }))
}
