import { type Actor, learnerOf } from '#core/actor.ts'
import type { Core } from '#core/app.ts'
import type { Dialogue } from './features/feature.ts'
import { nextOpen } from './features/next-open.ts'
import type { Card } from './replies/card.ts'
import { nextCard, promptsCard, whereCard, whoSeesHomeCard } from './replies/home.ts'
import type { Place } from './replies/place.ts'
import { arrivalCard } from './replies/welcome.ts'

/** The cards of somebody's page. `conversation` names the one that what they press is said in. */
export type Home = (actor: Actor, conversation: string) => Promise<Card[]>

/**
 * The companion's own page in a platform, for one person: where they are, what comes next, prompts, and who sees what. No
 * word of theirs is on it. Whoever has no notebook is told what this is.
 */
export const openHome =
  (core: Core, place: Place): Home =>
  async (actor, conversation) => {
    if (learnerOf(actor) === null) return [arrivalCard]
    const { content } = core
    const [{ answers }, settings, { cohorts }, state] = await Promise.all([
      core.myAnswers(actor, {}),
      core.myPrompts(actor, {}),
      core.joinedCohorts(actor, {}),
      core.readDialogue(actor, { conversation }),
    ])
    const { dialogue = {} }: { dialogue?: Dialogue } = state === null ? {} : JSON.parse(state)
    const waiting = dialogue.awaiting && content.question(dialogue.awaiting.question)
    const next =
      waiting ?? nextOpen(content, answers, { place, asked: dialogue.answered?.question }).next?.question ?? null
    const inChapters = answers.filter(({ question, blank }) => !blank && content.question(question.id) !== undefined)
    const last = inChapters.toSorted((a, b) => b.savedAt - a.savedAt)[0]?.question
    return [
      whereCard(content, last, next),
      ...(next ? [nextCard(content, next, waiting !== undefined)] : []),
      promptsCard(settings),
      whoSeesHomeCard(cohorts, place),
    ]
  }
