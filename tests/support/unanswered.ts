import type { Actor } from '#core/actor.ts'
import type { Core } from '#core/app.ts'

/** Questions that the standards don't answer, all near one heading, each with a word that stands nowhere else. */
export const MONEY = (word: string): string => `How do I open a bank account for our ${word} group?`
/** The heading nearest to `MONEY`, as it is shown. */
export const MONEY_HEADING = {
  standard: 'CD-COLLAB',
  heading: 'Performance criteria',
  path: '/standards/cd-collab#pc1',
}
/** Another, near another heading. */
export const BADGES = 'How much is a badge for a partners meeting?'
export const BADGES_WORDS = 'Bring together relevant people and organisations'

export const asks = (core: Core, actor: Actor, question: string) => core.askStandards(actor, { question })

/** What the companion keeps for somebody, newest first. */
export const keptFor = async (core: Core, actor: Actor): Promise<string[]> =>
  (await core.myGaps(actor, {})).gaps.map((gap) => gap.question)
