import { expect, onTestFinished, test } from 'vitest'
import { type Actor, VISITOR } from '#core/actor.ts'
import type { Core } from '#core/app.ts'
import { connect } from '#core/db/connect.ts'
import { joinLearners } from '#core/learners/join-learners.ts'
import { forEachDatabase } from '#tests/support/databases.ts'
import { evidenceRow } from '#tests/support/evidence-row.ts'
import { newLearner, open } from '#tests/support/open.ts'

const BELONG = 'community.belong'
const TRUST = 'SC-NETWORKS:K14'
const OTHER = 'SC-NETWORKS:K16'
const idOf = (actor: Actor) => (actor as { learnerId: string }).learnerId
const says = (core: Core, actor: Actor, story: string, question = BELONG, part = 'story') =>
  core.saveAnswer(actor, { question, value: { [part]: story }, channel: 'web' })

forEachDatabase((_name, fresh) => {
  const begin = async () => {
    const config = await fresh()
    const core = await open(config)
    const db = await connect(config)
    onTestFinished(() => db.close())
    const me = (await newLearner(core)).actor
    return { config, core, db, me }
  }

  test('an answer is suggested for the clauses of its question, and counts once it is confirmed', async () => {
    const { core, me } = await begin()
    await says(core, me, 'Somebody kept a chair for me.')
    expect(await evidenceRow(core, me, TRUST)).toMatchObject({
      state: 'suggested',
      suggested: [{ question: { id: BELONG }, lines: ['Somebody kept a chair for me.'], reason: 'question' }],
      confirmed: [],
    })
    await core.confirmEvidence(me, { question: BELONG, clause: TRUST })
    expect(await evidenceRow(core, me, TRUST)).toMatchObject({
      state: 'confirmed',
      suggested: [],
      confirmed: [{ question: { id: BELONG }, review: null, isEdited: false, revision: 1 }],
    })
    expect((await evidenceRow(core, me, OTHER))?.state).toBe('suggested')
    await says(core, me, 'Somebody kept a chair for me, twice.')
    expect((await evidenceRow(core, me, TRUST))?.confirmed).toMatchObject([{ isEdited: true, revision: 2 }])
  })

  test('a clause takes several answers and an answer several clauses, also ones that nothing suggested', async () => {
    const { core, me } = await begin()
    await says(core, me, 'A chair.')
    await says(core, me, 'People who notice.', 'community.working-definition', 'definition')
    const clause = 'SFJBA13:PC2'
    for (const question of ['community.working-definition', BELONG])
      await core.confirmEvidence(me, { question, clause })
    await core.confirmEvidence(me, { question: BELONG, clause: TRUST })
    const ids = async (uid: string) => (await evidenceRow(core, me, uid))?.confirmed.map((p) => p.question.id)
    expect(await ids(clause)).toEqual([BELONG, 'community.working-definition'])
    expect(await ids(TRUST)).toEqual([BELONG])
  })

  test('what is dismissed is not suggested again, until that is taken back', async () => {
    const { core, me } = await begin()
    await says(core, me, 'A chair.')
    const pair = { question: BELONG, clause: TRUST }
    await core.dismissEvidence(me, pair)
    expect(await evidenceRow(core, me, TRUST)).toMatchObject({ state: 'none', dismissed: [{ lines: ['A chair.'] }] })
    await core.removeEvidence(me, pair)
    expect((await evidenceRow(core, me, TRUST))?.state).toBe('suggested')
    await core.confirmEvidence(me, pair)
    await core.removeEvidence(me, pair)
    expect((await evidenceRow(core, me, TRUST))?.state).toBe('suggested')
    await expect(core.removeEvidence(me, pair)).rejects.toMatchObject({ kind: 'not-found' })
  })

  test('an answer that is taken back is no evidence any more, and is again once it is answered', async () => {
    const { core, me } = await begin()
    await says(core, me, 'A chair.')
    await core.confirmEvidence(me, { question: BELONG, clause: TRUST })
    await says(core, me, '')
    expect(await evidenceRow(core, me, TRUST)).toMatchObject({ state: 'none', confirmed: [{ isTakenBack: true }] })
    await expect(core.confirmEvidence(me, { question: BELONG, clause: OTHER })).rejects.toMatchObject({
      kind: 'invalid',
    })
    await says(core, me, 'Another chair.')
    expect((await evidenceRow(core, me, TRUST))?.state).toBe('confirmed')
  })

  test('only what can be assessed is confirmed, only of answers one has, and by nobody without a notebook', async () => {
    const { core, me } = await begin()
    await says(core, me, 'A chair.')
    const confirms = (question: string, clause: string, actor = me) => core.confirmEvidence(actor, { question, clause })
    for (const clause of ['CD-COLLAB:Overview1', 'SC-NETWORKS:ScopePCKeypeople', 'SFJBA13:PC99', ''])
      await expect(confirms(BELONG, clause)).rejects.toMatchObject({ kind: 'not-found' })
    for (const question of ['cd.my-role', 'nothing.at-all'])
      await expect(confirms(question, TRUST)).rejects.toMatchObject({ kind: 'not-found' })
    await expect(confirms(BELONG, TRUST, VISITOR)).rejects.toMatchObject({ kind: 'signed-out' })
    const { standards, unused } = await core.myEvidence(VISITOR, {})
    expect([standards.length, unused]).toEqual([3, []])
  })

  test('a note to the assessor is kept, changed and deleted; a stale one overwrites nothing', async () => {
    const { core, me } = await begin()
    const writes = (words: string, base?: number) => core.noteForAssessor(me, { clause: TRUST, words, base })
    const first = await writes('Seen by my manager in May.', 0)
    expect((await evidenceRow(core, me, TRUST))?.note?.words).toBe('Seen by my manager in May.')
    await expect(writes('From another window.', 0)).rejects.toMatchObject({ kind: 'conflict' })
    const exactly = '\n  Seen by my manager:\n  in June. '
    await writes(exactly, first.note?.savedAt)
    expect((await evidenceRow(core, me, TRUST))?.note?.words).toBe(exactly)
    expect((await writes('  ')).note).toBeNull()
    expect((await evidenceRow(core, me, TRUST))?.note).toBeNull()
    for (const clause of ['SFJBA13:PC99', 'CD-COLLAB:Overview1'])
      await expect(core.noteForAssessor(me, { clause, words: 'x' })).rejects.toMatchObject({ kind: 'not-found' })
  })

  test('of everything the rows say neither which answer, nor which clause, nor a word', async () => {
    const { core, db, me } = await begin()
    const other = (await newLearner(core)).actor
    for (const actor of [me, other]) {
      await says(core, actor, 'A chair.')
      await core.confirmEvidence(actor, { question: BELONG, clause: TRUST })
      await core.noteForAssessor(actor, { clause: TRUST, words: 'Seen by my manager.' })
    }
    const rows = [
      ...(await db.read.selectFrom('evidence').selectAll().execute()),
      ...(await db.read.selectFrom('evidence_note').selectAll().execute()),
    ]
    expect(rows).toHaveLength(4)
    // Long words: three letters stand in any sealed text now and then.
    expect(JSON.stringify(rows)).not.toMatch(/belong|NETWORKS|confirmed|manager/)
    expect(new Set(rows.map((row) => row.place)).size).toBe(4)
  })

  test('two notebooks that are joined keep the evidence of both, and the newer word on the same link', async () => {
    const { core, db, me } = await begin()
    const phone = (await newLearner(core)).actor
    const pair = { question: BELONG, clause: TRUST }
    for (const actor of [me, phone]) await says(core, actor, 'A chair.')
    await core.confirmEvidence(phone, pair)
    await core.confirmEvidence(phone, { ...pair, clause: 'SFJBA13:PC2' })
    await core.dismissEvidence(me, pair)
    await core.confirmEvidence(me, { ...pair, clause: OTHER })
    for (const [actor, words] of [
      [phone, 'From my phone.'],
      [me, 'From my desk.'],
    ] as const)
      await core.noteForAssessor(actor, { clause: TRUST, words })
    expect((await db.write(joinLearners(db, idOf(phone), idOf(me)))).committed).toBe(true)
    const states = async () => {
      const rows = await Promise.all([TRUST, 'SFJBA13:PC2', OTHER].map((uid) => evidenceRow(core, me, uid)))
      return rows.map((row) => row?.state)
    }
    expect(await states()).toEqual(['none', 'confirmed', 'confirmed'])
    const note = (await evidenceRow(core, me, TRUST))?.note
    expect(note?.words.split('\n\n').sort()).toEqual(['From my desk.', 'From my phone.'])
    await core.noteForAssessor(me, { clause: TRUST, words: 'One note.', base: note?.savedAt })
    expect((await evidenceRow(core, me, TRUST))?.note?.words).toBe('One note.')
    await core.removeEvidence(me, pair)
    expect(await states()).toEqual(['suggested', 'confirmed', 'confirmed'])
  })

  test('whoever deletes everything leaves no evidence behind, and nobody else’s goes', async () => {
    const { core, db, me } = await begin()
    const other = (await newLearner(core)).actor
    for (const actor of [me, other]) {
      await says(core, actor, 'A chair.')
      await core.confirmEvidence(actor, { question: BELONG, clause: TRUST })
      await core.noteForAssessor(actor, { clause: TRUST, words: 'Seen.' })
    }
    await core.eraseMe(me, { sure: 'delete everything' })
    for (const table of ['evidence', 'evidence_note'] as const)
      expect((await db.read.selectFrom(table).select('learner_id').execute()).map((r) => r.learner_id)).toEqual([
        idOf(other),
      ])
    expect((await evidenceRow(core, other, TRUST))?.state).toBe('confirmed')
  })

  test('what one person confirms, refuses and notes is nobody else’s, though they answered the same', async () => {
    const { core, me } = await begin()
    const other = (await newLearner(core)).actor
    for (const actor of [me, other]) await says(core, actor, 'A chair.')
    await core.confirmEvidence(me, { question: BELONG, clause: TRUST })
    await core.dismissEvidence(me, { question: BELONG, clause: OTHER })
    await core.noteForAssessor(me, { clause: TRUST, words: 'Seen in May.' })
    for (const clause of [TRUST, OTHER])
      expect(await evidenceRow(core, other, clause)).toMatchObject({ state: 'suggested', confirmed: [], note: null })
    const { entries } = await core.myNotebook(other, {})
    expect(entries).toMatchObject([{ clauses: [] }])
    const stranger = (await newLearner(core)).actor
    expect(await evidenceRow(core, stranger, TRUST)).toMatchObject({ state: 'none', confirmed: [], note: null })
    await expect(core.removeEvidence(other, { question: BELONG, clause: TRUST })).rejects.toMatchObject({
      kind: 'not-found',
    })
  })

  test('two windows that confirm and write at once lose nothing', async () => {
    const { core, db, me } = await begin()
    await says(core, me, 'A chair.')
    const clauses = [TRUST, OTHER, 'SFJBA13:PC2', TRUST, TRUST]
    await Promise.all(clauses.map((clause) => core.confirmEvidence(me, { question: BELONG, clause })))
    expect(await db.read.selectFrom('evidence').select('place').execute()).toHaveLength(3)
    const notes = await Promise.allSettled(
      ['one', 'two'].map((words) => core.noteForAssessor(me, { clause: TRUST, words, base: 0 })),
    )
    expect(notes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })
})
