import { learnFrom, type Standards } from './load-standards.ts'
import { type EvalQuestion, saidInPassing } from './measure-answers.ts'

/** How many parts the bank is cut into. */
const PARTS = 5

/**
 * The bank's questions, each to be asked of standards that have never seen it. Every part leaves out a fifth of every clause's
 * questions, and one at least, so that no clause is poorer than the others, and a fifth of what no clause answers.
 */
export function crossValidate(standards: Standards): { standards: Standards; questions: EvalQuestion[] }[] {
  const { inside, outside, inPassing } = standards.bank
  const byClause = [...Map.groupBy(inside, (b) => b.uid).values()]
  return Array.from({ length: PARTS }, (_, part) => {
    const isAsked = (_: unknown, i: number) => i % PARTS === part
    const asked = byClause.flatMap((list) => list.filter(isAsked))
    const out = new Set([...asked, ...byClause.map((list) => list[part % list.length])])
    const unanswered = outside.filter(isAsked)
    const passing = inPassing.filter(isAsked)
    return {
      standards: learnFrom(standards, {
        inside: inside.filter((b) => !out.has(b)),
        outside: outside.filter((question) => !unanswered.includes(question)),
        inPassing: inPassing.filter((words) => !passing.includes(words)),
      }),
      questions: [
        ...asked.map(
          (b): EvalQuestion => ({ id: b.uid, kind: 'answerable', type: 'bank', q: b.question, gold: [b.uid] }),
        ),
        ...unanswered.map(
          (q, i): EvalQuestion => ({ id: `out-${part}-${i}`, kind: 'unanswerable', type: 'bank', q, gold: [] }),
        ),
        ...saidInPassing(passing),
      ],
    }
  })
}
