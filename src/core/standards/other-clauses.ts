import { z } from 'zod'
import type { Actor } from '../actor.ts'
import { define } from '../define.ts'
import { keepGap } from '../gaps/keep-gap.ts'
import { hearHarm } from '../privacy/possible-harm.ts'
import type { World } from '../world.ts'
import { LONGEST_QUESTION } from './ask-standards.ts'
import { type Considered, offered, quoted, say } from './compose-answer.ts'
import type { Standards } from './load-standards.ts'
import { rank } from './rank.ts'
import { readFollowUp } from './read-follow-up.ts'
import { SAY } from './say.ts'
import { type Recalled, recall, spokenOf } from './spoken-of.ts'
import type { StandardsAnswer } from './standards-answer.ts'
import { askedIn } from './unanswered.ts'

/** How many more are quoted at a time. */
const FEW = 3

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
    return { ...answer, context: answer.context ?? context, turnTo: SAY.otherwise }
  },
})

function next(standards: Standards, { shown, rest }: Recalled, question: string | undefined): Considered {
  const later = rest.slice(FEW).map((c) => c.uid)
  if (rest.length) return quoted(standards, 'answer', rest.slice(0, FEW), { say: [SAY.cameNext], rest: later })
  const seen = new Set(shown.map((c) => c.uid))
  const hits = question ? rank(standards, question).hits.filter(({ uid }) => !seen.has(uid)) : []
  const others = hits.slice(0, FEW).flatMap(({ uid }) => standards.clause(uid) ?? [])
  if (others.length) return offered('hedge', others, { say: [SAY.nearerPerhaps] })
  return { answer: say('refusal', { say: [SAY.nothingNearer] }), ranked: [] }
}

async function keepUnanswered(world: World, actor: Actor, question: string, { shown }: Recalled): Promise<void> {
  const { level, near } = hearHarm(question)
  const aboutHarm = level !== null || near || shown.some((clause) => clause.offerHelp)
  const asked = aboutHarm || readFollowUp(world.content.standards, question) ? '' : askedIn(question)
  if (asked && shown.length) await keepGap(world, actor, { question: asked, clauses: shown.map((c) => c.uid) })
}
