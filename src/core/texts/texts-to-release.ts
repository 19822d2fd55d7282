import { cardsStillThere } from '../cards/still-there.ts'
import { type Statement, statement } from '../db/db.ts'
import type { World } from '../world.ts'
import { type OpenedText, readTexts, sealText } from './approved-text.ts'

/**
 * What these people approved for a cohort by a moment and may go out now: the newest of each question that stands. Where
 * a card of theirs is still on its way out, the next one waits for another tick: two that come and go together would be
 * seen to be one author's.
 */
export async function textsToRelease(world: World, cohort: string, roots: string[], at: number): Promise<OpenedText[]> {
  const texts = await readTexts(world, roots)
  const cards = await cardsStillThere(
    world.db,
    texts.flatMap((text) => text.card?.id ?? []),
  )
  const ofQuestion = Map.groupBy(texts, (text) => `${text.root} ${text.questionId}`)
  return [...ofQuestion.values()].flatMap((mine) => {
    if (mine.some((text) => cards.includes(text.card?.id ?? ''))) return []
    const newest = mine.findLast((text) => text.withdrawnAt === null)
    const goes = newest && newest.cohort === cohort && !newest.held && !newest.card && newest.approvedAt <= at
    return goes ? [newest] : []
  })
}

/** The statement that seals under its author's key which card a text became. It only stands if the text still does. */
export async function becameCard(
  world: World,
  text: OpenedText,
  card: { id: string; since: number },
): Promise<Statement> {
  const { cohort, words, held } = text
  const sealed = await sealText(world, text.learnerId, { cohort, words, held, card })
  const change = world.db.draft.updateTable('approved_text').set({ sealed })
  return statement(
    change
      .where('learner_id', '=', text.learnerId)
      .where('question_id', '=', text.questionId)
      .where('nth', '=', text.nth)
      .where('sealed', '=', text.sealed)
      .where('withdrawn_at', 'is', null),
    1,
  )
}
