import { z } from 'zod'
import type { Actor } from '../actor.ts'
import { define } from '../define.ts'
import { keepGap } from '../gaps/keep-gap.ts'
import { hearHarm } from '../privacy/possible-harm.ts'
import type { World } from '../world.ts'
import { LONGEST_QUESTION } from './ask-standards.ts'
import { cleanQuestion } from './clean-question.ts'
import { type Considered, offered, quoted, say } from './compose-answer.ts'
import type { Standards } from './load-standards.ts'
import { withOurIds } from './named-standards.ts'
import { rank } from './rank.ts'
import { readFollowUp } from './read-follow-up.ts'
import { withoutRequest } from './request-frame.ts'
import { SAY } from './say.ts'
import { MOST_TURNED_DOWN, type Recalled, recall, spokenOf } from './spoken-of.ts'
import type { StandardsAnswer } from './standards-answer.ts'
import { askedIn } from './unanswered.ts'

/** How many more are quoted at a time. */
const FEW = 3
/** What ranks behind these is no nearer than anything else. */
const NEAREST = 10

/**
 * What comes next, for somebody who says that the clauses they were shown aren't what they asked for. Open to everybody.
 * Where the question is known it is one that was not answered, and is kept as any other (P14): for somebody who is counted
 * on a course, locked, unless it may be about harm.
 */
export const otherClauses = define({
  input: z.strictObject({
    /** The `context` of the answer that didn't help. */
    context: spokenOf,
    /** What was asked, where it is still known. */
    question: z.string().trim().min(1).max(LONGEST_QUESTION).optional(),
  }),
  async run(world, actor, { context, question }): Promise<StandardsAnswer> {
    const { standards } = world.content
    const before = recall(standards, context)
    if (question) await keepUnanswered(world, actor, question, before)
    const { answer } = next(standards, before, question)
    const turnedDown = [...before.turnedDown, ...before.shown].map((c) => c.uid).slice(-MOST_TURNED_DOWN)
    return { ...answer, context: { ...(answer.context ?? context), turnedDown }, turnTo: SAY.otherwise }
  },
})

function next(standards: Standards, { shown, rest, turnedDown }: Recalled, question: string | undefined): Considered {
  const later = rest.slice(FEW).map((c) => c.uid)
  if (rest.length) return quoted(standards, 'answer', rest.slice(0, FEW), { say: [SAY.cameNext], rest: later })
  const seen = new Set([...turnedDown, ...shown].map((c) => c.uid))
  // Ranked as it was when it was asked.
  const asked = question && withoutRequest(withOurIds(standards, cleanQuestion(question).text))
  const hits = asked ? rank(standards, asked).hits.slice(0, NEAREST) : []
  const others = hits.flatMap(({ uid }) => (seen.has(uid) ? [] : (standards.clause(uid) ?? []))).slice(0, FEW)
  if (others.length) return offered('hedge', others, { say: [SAY.nearerPerhaps] })
  return { answer: say('refusal', { say: [SAY.nothingNearer] }), ranked: [] }
}

async function keepUnanswered(world: World, actor: Actor, question: string, { shown }: Recalled): Promise<void> {
  const { level, near } = hearHarm(question)
  const aboutHarm = level !== null || near || shown.some((clause) => clause.offerHelp)
  const asked = aboutHarm || readFollowUp(world.content.standards, question) ? '' : askedIn(question)
  if (asked && shown.length) await keepGap(world, actor, { question: asked, clauses: shown.map((c) => c.uid) })
}
