import { z } from 'zod'
import { type Statement, statement } from '../db/db.ts'
import type { World } from '../world.ts'

/** A clause in the words it had then. */
export const clauseWords = z.strictObject({
  uid: z.string(),
  label: z.string(),
  leadIn: z.string().nullable(),
  text: z.string(),
})

/** What is sealed of a link. The clause's words are kept as they stood, so that a new version can be laid beside them. */
const linkContent = z.strictObject({
  question: z.string(),
  /** The question as it was asked, for the day when it is asked no more. */
  ask: z.string(),
  clause: clauseWords,
  /** dismissed: its author wants no suggestion of it. */
  state: z.enum(['confirmed', 'dismissed']),
  /** The revision of the answer that its author had before them. */
  revision: z.int(),
  savedAt: z.number(),
})
export type LinkContent = z.infer<typeof linkContent>

/** A link with its row, opened. */
export interface Link extends LinkContent {
  changedAt: number
  rows: { learnerId: string; place: string }[]
}

export const linkKey = (question: string, clause: string): string => `${question} ${clause}`

/** Everything this person (joined notebooks too) confirmed or dismissed, by `linkKey`; the newest word on each counts. */
export async function readLinks(world: World, root: string): Promise<Map<string, Link>> {
  const rows = await world.db.read
    .selectFrom('evidence')
    .innerJoin('learner', 'learner.id', 'evidence.learner_id')
    .where('learner.root_id', '=', root)
    .selectAll('evidence')
    .orderBy('evidence.changed_at')
    .orderBy('evidence.learner_id')
    .execute()
  const texts = await world.keys.openAll(rows.map((row) => ({ learnerId: row.learner_id, sealed: row.sealed })))
  const found = new Map<string, Link>()
  for (const [i, { learner_id: learnerId, place, changed_at: changedAt }] of rows.entries()) {
    const text = texts[i]
    if (typeof text !== 'string') continue
    const content = linkContent.parse(JSON.parse(text))
    const key = linkKey(content.question, content.clause.uid)
    found.set(key, { ...content, changedAt, rows: [...(found.get(key)?.rows ?? []), { learnerId, place }] })
  }
  return found
}

/** The clauses that each of this person's answers is confirmed for, in the words they had then, by question. */
export async function confirmedClauses(world: World, root: string): Promise<Map<string, LinkContent['clause'][]>> {
  const confirmed = [...(await readLinks(world, root)).values()].filter(({ state }) => state === 'confirmed')
  const byQuestion = Map.groupBy(confirmed, ({ question }) => question)
  return new Map([...byQuestion].map(([question, links]) => [question, links.map(({ clause }) => clause)]))
}

/** A link as it is stored, said at a time. */
export const linkRow = async (world: World, root: string, content: LinkContent, at: number) => ({
  learner_id: root,
  place: world.keys.blind(`evidence ${root} ${linkKey(content.question, content.clause.uid)}`),
  sealed: await world.keys.seal(root, JSON.stringify(content)),
  changed_at: at,
})

/** Writes what this person says of a link now, over what they said before. */
export async function writeLink(world: World, root: string, content: LinkContent): Promise<void> {
  const before = (await readLinks(world, root)).get(linkKey(content.question, content.clause.uid))
  const row = await linkRow(world, root, content, Math.max(world.clock.now(), (before?.changedAt ?? 0) + 1))
  const { sealed, changed_at } = row
  await world.db.write([
    statement(
      world.db.draft
        .insertInto('evidence')
        .values(row)
        .onConflict((c) => c.columns(['learner_id', 'place']).doUpdateSet({ sealed, changed_at })),
    ),
  ])
}

/** The statements that forget a link, whichever notebook it was made in. */
export const forgetLink = (world: World, { rows }: Link): Statement[] =>
  rows.map(({ learnerId, place }) =>
    statement(world.db.draft.deleteFrom('evidence').where('learner_id', '=', learnerId).where('place', '=', place)),
  )
