import { answerKey } from '../answers/countable-answers.ts'
import { cardId, cohortsToClear, type NewCard, turnCards } from '../cards/turn-cards.ts'
import { cohortsWithTick } from '../cohorts/latest-ticks.ts'
import { DAY } from '../cohorts/tick-time.ts'
import { lastMonday } from '../cohorts/uk-time.ts'
import type { Statement } from '../db/db.ts'
import type { OpenedText } from '../texts/approved-text.ts'
import { becameCard, textsToRelease } from '../texts/texts-to-release.ts'
import type { World } from '../world.ts'
import { readReceipts } from './receipts.ts'
import type { WaitingAnswer } from './waiting.ts'
import type { Person } from './who-counts.ts'

/**
 * The statements that turn approved texts into cards at a tick. A text goes out only if its author has been counted for
 * that question in this cohort, now or before: it is then one of at least k people's. One card a person and question.
 */
export async function releaseCards(
  world: World,
  cohort: string,
  at: number,
  people: Person[],
  batches: WaitingAnswer[][],
): Promise<Statement[]> {
  const waiting = await textsToRelease(world, cohort, people, at)
  const receipts = await readReceipts(world, [...new Set(waiting.flat().map((text) => text.root))])
  const now = new Set(batches.flat().map(({ root, question }) => answerKey(root, question.id)))
  const isCounted = ({ root, questionId }: OpenedText) =>
    now.has(answerKey(root, questionId)) || receipts(root, questionId).some((receipt) => receipt.cohort === cohort)
  const fresh: NewCard[] = []
  const became: Statement[] = []
  for (const text of waiting.flatMap((theirs) => theirs.find(isCounted) ?? [])) {
    const id = cardId(world, cohort, text.questionId, at, text.words, fresh.length)
    fresh.push({ id, question: text.questionId, words: text.words })
    became.push(await becameCard(world, text, { id, since: at }))
  }
  return [...became, ...(await turnCards(world, cohort, at, fresh))]
}

/**
 * Takes away what was taken back or reported before the week began, in cohorts whose next tick is more than a week off or
 * never comes. So nobody waits longer than two weeks, and a trainer never learns when somebody asked more closely than by
 * a tick or by the week.
 */
export async function clearCards(world: World, until: number): Promise<void> {
  const monday = lastMonday(until, world.config.tickHour)
  const soon = await cohortsWithTick(world, monday, monday + 7 * DAY)
  for (const cohort of await cohortsToClear(world.db, monday))
    if (!soon.has(cohort)) await world.db.write(await turnCards(world, cohort, monday, []))
}
