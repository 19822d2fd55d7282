import { setTimeout } from 'node:timers/promises'
import { expect, onTestFinished, test } from 'vitest'
import type { Actor } from '#core/actor.ts'
import type { Core } from '#core/app.ts'
import { connect } from '#core/db/connect.ts'
import type { NotebookFile } from '#core/exports/notebook-file.ts'
import { joinLearners } from '#core/learners/join-learners.ts'
import { forEachDatabase } from '#tests/support/databases.ts'
import { evidenceRow } from '#tests/support/evidence-row.ts'
import { newLearner, open } from '#tests/support/open.ts'

const BELONG = 'community.belong'
const TRUST = 'SC-NETWORKS:K14'
const NOTE = '  Seen by my manager,\n\tin May. '

/** A file with nothing in it. */
const EMPTY = { format: 'standpoint-notebook', version: 1, answers: [] }

const takeAlong = async (core: Core, actor: Actor): Promise<NotebookFile> =>
  JSON.parse(Buffer.from((await core.exportMine(actor, { format: 'json' })).bytes).toString())
const bring = (core: Core, actor: Actor, file: unknown) => core.importMine(actor, { file: JSON.stringify(file) })

/** Somebody with one answer, confirmed for a clause, and a note on it. */
async function confirmed(core: Core): Promise<Actor> {
  const { actor } = await newLearner(core)
  for (const story of ['One.', 'Two.'])
    await core.saveAnswer(actor, { question: BELONG, value: { story }, channel: 'web' })
  await core.confirmEvidence(actor, { question: BELONG, clause: TRUST })
  await core.noteForAssessor(actor, { clause: TRUST, words: NOTE })
  return actor
}

forEachDatabase((_, fresh) => {
  test('what was confirmed and noted comes over with the answers, at its own time, and once', async () => {
    const [from, to] = [await open(await fresh()), await open(await fresh())]
    const file = await takeAlong(from, await confirmed(from))
    const { actor } = await newLearner(to)
    expect(await bring(to, actor, file)).toMatchObject({ links: { added: 1 }, notes: { added: 1 } })
    expect((await takeAlong(to, actor)).evidence).toEqual(file.evidence)
    expect(await bring(to, actor, file)).toMatchObject({
      links: { added: 0, leftBehind: 0 },
      notes: { added: 0, leftBehind: 0 },
    })
    expect((await takeAlong(to, actor)).evidence).toEqual(file.evidence)
  })

  test('what is here stays: another word on the same link, and both notes', async () => {
    const [from, to] = [await open(await fresh()), await open(await fresh())]
    const file = await takeAlong(from, await confirmed(from))
    const { actor } = await newLearner(to)
    await to.saveAnswer(actor, { question: BELONG, value: { story: 'Mine.' }, channel: 'web' })
    await to.dismissEvidence(actor, { question: BELONG, clause: TRUST })
    await to.noteForAssessor(actor, { clause: TRUST, words: 'From here.' })
    await bring(to, actor, file)
    const { evidence } = await takeAlong(to, actor)
    expect(evidence.links.map(({ state }) => state)).toEqual(['dismissed'])
    expect(evidence.notes.map(({ words }) => words)).toEqual([`From here.\n\n${NOTE}`])
  })

  test('a clause that comes in is cited and quoted as the standard here has it, blank for blank', async () => {
    const core = await open(await fresh())
    const file = await takeAlong(core, await confirmed(core))
    const [link] = file.evidence.links
    const clause = { ...link?.clause, label: 'K14, met', text: `  ${link?.clause.text}\n` }
    const { actor } = await newLearner(core)
    await bring(core, actor, {
      ...file,
      evidence: { links: [{ ...link, clause, ask: 'Another question?' }], notes: [] },
    })
    expect((await takeAlong(core, actor)).evidence.links).toEqual(file.evidence.links)
  })

  test('words that the standard here doesn’t have are never taken for a clause, nor a link without an answer', async () => {
    const core = await open(await fresh())
    const file = await takeAlong(core, await confirmed(core))
    const [link] = file.evidence.links
    const links = [
      { ...link, clause: { ...link?.clause, text: 'You have met this standard.' } },
      { ...link, clause: { ...link?.clause, uid: 'SC-NETWORKS:K999' } },
      { ...link, question: 'power.map' },
    ]
    const notes = [{ ...file.evidence.notes[0], clause: 'SC-NETWORKS:K999' }]
    const { actor } = await newLearner(core)
    const brought = await bring(core, actor, { ...file, evidence: { links, notes } })
    expect(brought).toMatchObject({ links: { added: 0, leftBehind: 3 }, notes: { added: 0, leftBehind: 1 } })
    expect((await takeAlong(core, actor)).evidence).toEqual({ links: [], notes: [] })
  })

  test('no note is taken for a part of another, and what stands here as a whole is not put there again', async () => {
    const core = await open(await fresh())
    const { actor } = await newLearner(core)
    const notesOf = (...all: string[]) => ({
      ...EMPTY,
      evidence: {
        links: [],
        notes: all.map((words) => ({ clause: TRUST, label: 'K14', words, savedAt: '2026-11-01T09:00:00.000Z' })),
      },
    })
    const noted = async () => (await evidenceRow(core, actor, TRUST))?.note?.words
    const together = 'Agreed with Sam\n\nAgreed'
    for (const [words, added, whole] of [
      ['Agreed with Sam', 1, 'Agreed with Sam'],
      ['Agreed', 1, together],
      ['Agreed', 0, together],
      // Put together elsewhere, it holds the one here: nothing is said twice.
      [`${together}\n\nLast\n\nof all`, 1, `${together}\n\nLast\n\nof all`],
      [together, 0, `${together}\n\nLast\n\nof all`],
      ['Last\n\nof all', 0, `${together}\n\nLast\n\nof all`],
      ['Sam', 1, `${together}\n\nLast\n\nof all\n\nSam`],
    ] as const) {
      expect(await bring(core, actor, notesOf(words))).toMatchObject({ notes: { added, leftBehind: 0 } })
      expect(await noted()).toBe(whole)
    }
    const other = (await newLearner(core)).actor
    const twice = notesOf('One', 'Two', 'One')
    for (const added of [2, 0]) expect(await bring(core, other, twice)).toMatchObject({ notes: { added } })
    expect((await evidenceRow(core, other, TRUST))?.note?.words).toBe('One\n\nTwo')
  })

  test('a note that would get too long stays in the file, and is counted', async () => {
    const core = await open(await fresh())
    const { actor } = await newLearner(core)
    const note = (words: string) => ({
      ...EMPTY,
      evidence: { links: [], notes: [{ clause: TRUST, label: 'K14', words, savedAt: '2026-11-01T09:00:00.000Z' }] },
    })
    for (const [words, added, tooLong] of [
      ['x'.repeat(20_001), 0, 1],
      ['x'.repeat(19_000), 1, 0],
      ['y'.repeat(1000), 0, 1],
      ['y'.repeat(998), 1, 0],
    ] as const)
      expect((await bring(core, actor, note(words))).notes).toEqual({ added, leftBehind: 0, tooLong })
    const { evidence } = await takeAlong(core, actor)
    expect(evidence.notes[0]?.words).toHaveLength(20_000)
    const other = (await newLearner(core)).actor
    await bring(core, other, { ...EMPTY, evidence })
    expect((await takeAlong(core, other)).evidence).toEqual(evidence)
  })

  test('after two notebooks are joined, a link still leads to the version that was confirmed', async () => {
    const config = await fresh()
    const core = await open(config)
    const db = await connect(config)
    onTestFinished(() => db.close())
    const [a, b] = [(await newLearner(core)).actor, (await newLearner(core)).actor]
    const says = (actor: Actor, story: string) =>
      core.saveAnswer(actor, { question: BELONG, value: { story }, channel: 'web' })
    await says(a, 'A one')
    for (const story of ['B one', 'B two', 'B three']) await says(b, story)
    // At one and the same moment it would be anybody's guess which is newer.
    await setTimeout(2)
    await says(a, 'A two, final')
    await core.confirmEvidence(a, { question: BELONG, clause: TRUST })
    const idOf = (actor: Actor) => (actor as { learnerId: string }).learnerId
    expect((await db.write(joinLearners(db, idOf(b), idOf(a)))).committed).toBe(true)
    const file = await takeAlong(core, a)
    const [link] = file.evidence.links
    expect(file.answers[0]?.revisions[(link?.revision ?? 0) - 1]?.value).toMatchObject({ story: 'A two, final' })
    const to = await open(await fresh())
    const { actor } = await newLearner(to)
    await bring(to, actor, file)
    expect((await evidenceRow(to, actor, TRUST))?.confirmed).toMatchObject([{ isEdited: false, revision: 5 }])
    expect((await takeAlong(to, actor)).evidence).toEqual(file.evidence)
  })

  test('a version dated later than now, which stands under this moment, isn’t taken for changed', async () => {
    const core = await open(await fresh())
    const file = await takeAlong(core, await confirmed(core))
    for (const { revisions } of file.answers)
      for (const revision of revisions) revision.savedAt = '2999-01-01T00:00:00.000Z'
    const { actor } = await newLearner(core)
    await bring(core, actor, file)
    expect((await evidenceRow(core, actor, TRUST))?.confirmed).toMatchObject([{ isEdited: false }])
  })

  test('a version that the file doesn’t hold has the number 0, and never another’s', async () => {
    const core = await open(await fresh())
    const file = await takeAlong(core, await confirmed(core))
    const [link] = file.evidence.links
    const { actor } = await newLearner(core)
    await bring(core, actor, { ...file, evidence: { links: [{ ...link, revision: 9 }], notes: [] } })
    for (const story of Array(9).keys())
      await core.saveAnswer(actor, { question: BELONG, value: { story: `${story}` }, channel: 'web' })
    const again = await takeAlong(core, actor)
    expect(again.evidence.links.map(({ revision }) => revision)).toEqual([0])
    const other = (await newLearner(core)).actor
    await bring(core, other, again)
    expect((await takeAlong(core, other)).evidence.links).toEqual(again.evidence.links)
  })
})
