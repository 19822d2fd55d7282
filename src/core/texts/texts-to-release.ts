import { cardsStillThere } from '../cards/still-there.ts'
import { type Statement, statement } from '../db/db.ts'
import { inGroups } from '../in-groups.ts'
import type { World } from '../world.ts'
import { type OpenedText, readTexts, sealText } from './approved-text.ts'

/** A notebook of somebody. Only what stands in those that are in the cohort may go out. */
interface Notebook {
  root: string
  isMember: boolean
}

/**
 * What these people, each with one notebook or several, approved for a cohort by a moment and may go out now: for each
 * person and question the newest text of each notebook, of which one may become a card. None where a card of the person's
 * is still there: they would have two, and two that come and go together would be seen to be one author's.
 */
export async function textsToRelease(
  world: World,
  cohort: string,
  people: Notebook[][],
  at: number,
): Promise<OpenedText[][]> {
  const roots = people.flat().map(({ root }) => root)
  const texts = Map.groupBy(await readTexts(world, roots), (text) => text.root)
  const cards = [...texts.values()].flat().flatMap((text) => text.card?.id ?? [])
  const there = new Set(await cardsStillThere(world.db, cards))
  return people.flatMap((person) => {
    const theirs = person.flatMap(({ root }) => texts.get(root) ?? [])
    return inGroups(theirs, (text) => text.questionId).map((toOne) => {
      if (toOne.some(({ card }) => card && there.has(card.id))) return []
      return person.flatMap(({ root, isMember }) => {
        const newest = toOne.findLast((text) => text.root === root && text.withdrawnAt === null)
        const stands = newest && newest.cohort === cohort && !newest.held && !newest.card && newest.approvedAt <= at
        return isMember && stands ? [newest] : []
      })
    })
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
