import { z } from 'zod'
import type { Actor } from '../actor.ts'
import { define } from '../define.ts'
import { notFound } from '../errors.ts'
import type { Standard } from '../standards/standard.ts'
import type { World } from '../world.ts'
import { assessableOf, isAssessed, wordsOfClause } from './assessable.ts'
import { type Gathered, gatherEvidence, stateOf } from './gather.ts'
import type { ClauseWords } from './piece.ts'
import type { Portfolio, PortfolioClause } from './portfolio.ts'

export const portfolioInput = z.strictObject({
  /** A standard's id, in capitals or not. */
  standard: z.string().max(100),
  /** With the words of private answers that were confirmed. They are left out otherwise. */
  privateWords: z.boolean().default(false),
  /** Only the clauses that hold something of the actor's. */
  onlyMine: z.boolean().default(false),
})

export const myPortfolio = define({ input: portfolioInput, run: readPortfolio })

/** What the actor confirmed for a standard, with its clauses and their notes, as an assessor would want to read it. */
export async function readPortfolio(
  world: World,
  actor: Actor,
  { standard: id, privateWords, onlyMine }: z.infer<typeof portfolioInput>,
): Promise<Portfolio> {
  const standard = world.content.standards.list.find((s) => s.id.toLowerCase() === id.toLowerCase())
  if (!standard) throw notFound('that standard')
  const gathered = await gatherEvidence(world, actor)
  const clauseOf = (clause: ClauseWords & { short: string }, said: string | null): PortfolioClause => {
    const { confirmed, note } = gathered.of(clause.uid)
    const pieces = confirmed.map((p) => (p.isPrivate && !privateWords ? { ...p, lines: [] } : p))
    const isEmpty = pieces.length === 0 && !note
    return { ...wordsOfClause(clause), short: clause.short, begins: beyond(said, clause.leadIn), isEmpty, note, pieces }
  }
  const gone = gathered.gone.filter(({ uid }) => uid.startsWith(`${standard.id}:`))
  return {
    madeAt: world.clock.now(),
    standard: aboutStandard(world, standard),
    counts: countsOf(gathered, standard),
    sections: standard.sections
      .filter(({ kind }) => isAssessed(kind))
      .map(({ kind, heading, leadIn, groups }) => ({
        kind,
        heading,
        leadIn,
        groups: groups
          .map((group) => ({
            heading: group.heading,
            clauses: group.clauses
              .map((clause) => clauseOf(clause, leadIn))
              .filter(({ isEmpty }) => !(onlyMine && isEmpty)),
          }))
          .filter(({ clauses }) => clauses.length > 0),
      }))
      .filter(({ groups }) => groups.length > 0),
    gone: gone.map((clause) => clauseOf({ ...clause, short: clause.label.replace(`${standard.id} `, '') }, null)),
  }
}

/** What a clause's lead-in says that its section's doesn't. */
const beyond = (said: string | null, leadIn: string | null): string =>
  leadIn && leadIn !== said ? leadIn.slice(said && leadIn.startsWith(said) ? said.length : 0).trim() : ''

function aboutStandard({ content }: World, standard: Standard): Portfolio['standard'] {
  const { id, title, name, status, statusNote, credit, facts } = standard
  const told = [...new Set([facts.version, facts.approved, facts.review].flatMap((uids) => uids ?? []))]
  return { id, title, name, status, statusNote, version: told.flatMap((u) => content.clause(u)?.text ?? []), credit }
}

function countsOf(gathered: Gathered, standard: Standard): Portfolio['counts'] {
  const states = assessableOf(standard).map(({ uid }) => stateOf(gathered.of(uid)))
  const count = (state: string) => states.filter((s) => s === state).length
  return { clauses: states.length, confirmed: count('confirmed'), review: count('review') }
}
