import type { View } from './insight.ts'

/** An approved text as its cohort's trainer sees it: not shown with anybody's name. */
export interface TrainersCard {
  id: string
  words: string
  /** Not looked at yet, shown to the group, or kept from it. */
  state: 'new' | 'shown' | 'hidden'
  /** Somebody of the group asked for it to be taken away. It says so only after a tick. */
  reported: boolean
}

/** A cohort's cards by question, in an order that tells nothing. */
export async function cardsOf({ setUp, released, openCards }: View): Promise<Map<string, TrainersCard[]>> {
  const rows = await released
    .selectFrom('released_card')
    .select(['id', 'question_id', 'sealed', 'state', 'reported'])
    .where('cohort_id', '=', setUp.id)
    .orderBy('question_id')
    .orderBy('place')
    .execute()
  const cards = new Map<string, TrainersCard[]>()
  for (const { id, question_id, words, state, reported } of await openCards(rows))
    cards.set(question_id, [...(cards.get(question_id) ?? []), { id, words, state, reported: reported === 1 }])
  return cards
}
