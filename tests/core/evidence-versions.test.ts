import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { openCore } from '#core/app.ts'
import type { Config } from '#core/config.ts'
import { loadStandards } from '#core/standards/load-standards.ts'
import { forEachDatabase, temporaryFolder } from '#tests/support/databases.ts'
import { evidenceRow } from '#tests/support/evidence-row.ts'
import { content, newLearner, open } from '#tests/support/open.ts'

const BELONG = 'community.belong'
const EDGE = 'community.on-the-edge'
const [REWORDED, UNDER_IT, LEFT_OUT, SAME] = ['SFJBA13:KU16', 'SFJBA13:KU16.1', 'SFJBA13:KU7', 'CD-COLLAB:KU8']

const folder = temporaryFolder()
/** A later version of the standards: one clause says something else, and one is gone. */
function nextVersion() {
  const at = join(folder, 'standards')
  cpSync('content/standards', at, { recursive: true })
  const change = (file: string, by: (text: string) => string) => {
    const path = join(at, file)
    const before = readFileSync(path, 'utf8')
    expect(by(before)).not.toBe(before)
    writeFileSync(path, by(before))
  }
  change('sfjba13.yaml', (text) =>
    text.replace(/(- id: KU16\n(?:.*\n){2,3}? +text: ).*/, '$1"what a community may be now:"'),
  )
  for (const [file, start] of [
    ['sfjba13.yaml', / +- id: KU7\n(?: {12}.*\n)+/],
    ['glosses.yaml', /^SFJBA13:KU7:\n(?: .*\n)+/m],
    ['questions/sfjba13.yaml', /^SFJBA13:KU7:\n(?: .*\n)+/m],
  ] as const)
    change(file, (text) => text.replace(start, ''))
  const standards = loadStandards(at)
  return { ...content, standards, clause: standards.clause }
}
const next = nextVersion()

forEachDatabase((_name, fresh) => {
  const begin = async () => {
    const config = await fresh()
    const core = await open(config)
    const me = (await newLearner(core)).actor
    await core.saveAnswer(me, { question: BELONG, value: { story: 'A chair.' }, channel: 'web' })
    return { config, core, me }
  }
  const withNextVersion = async (config: Config) => {
    const core = await openCore(config, { log: () => {}, content: next })
    onTestFinished(() => core.close())
    return core
  }

  test('a new version of a standard keeps every link, and what says something else waits to be reviewed', async () => {
    const { config, core, me } = await begin()
    for (const clause of [REWORDED, UNDER_IT, LEFT_OUT, SAME])
      await core.confirmEvidence(me, { question: BELONG, clause })
    await core.noteForAssessor(me, { clause: LEFT_OUT, words: 'Seen in May.' })
    const old = content.clause(REWORDED)?.text
    const later = await withNextVersion(config)
    const row = await evidenceRow(later, me, REWORDED)
    expect(row).toMatchObject({
      state: 'review',
      clause: { text: 'what a community may be now:' },
      confirmed: [{ question: { id: BELONG }, review: { text: old, label: 'SFJBA13 KU 16' } }],
    })
    expect((await evidenceRow(later, me, SAME))?.state).toBe('confirmed')
    // It completes the clause that was reworded.
    expect((await evidenceRow(later, me, UNDER_IT))?.state).toBe('review')
    const { gone } = await later.myEvidence(me, {})
    expect(gone).toMatchObject([
      { uid: LEFT_OUT, text: content.clause(LEFT_OUT)?.text, confirmed: [{ lines: ['A chair.'] }] },
    ])
    const portfolio = await later.myPortfolio(me, { standard: 'sfjba13' })
    expect(portfolio.gone).toMatchObject([{ short: 'KU 7', note: { words: 'Seen in May.' }, pieces: [{}] }])
    expect(portfolio.counts).toMatchObject({ clauses: 60, confirmed: 0, review: 2 })

    await later.confirmEvidence(me, { question: BELONG, clause: REWORDED })
    expect(await evidenceRow(later, me, REWORDED)).toMatchObject({ state: 'confirmed', confirmed: [{ review: null }] })
    await later.removeEvidence(me, { question: BELONG, clause: LEFT_OUT })
    expect((await later.myEvidence(me, {})).gone).toEqual([])
  })

  test('a private answer is suggested nowhere, counts only where its author says so, and stays out of a document', async () => {
    const { core, me } = await begin()
    await core.saveAnswer(me, { question: EDGE, value: { door: 'A private note.' }, channel: 'web' })
    const whole = await core.myEvidence(me, {})
    expect(JSON.stringify(whole.unused)).not.toContain('A private note.')
    for (const { groups } of whole.standards.flatMap(({ sections }) => sections))
      for (const row of groups.flatMap(({ rows }) => rows))
        expect([...row.suggested, ...row.confirmed].some((piece) => piece.isPrivate)).toBe(false)
    expect(await evidenceRow(core, me, SAME)).toMatchObject({ state: 'none', privateNotes: [{ isPrivate: true }] })

    await core.confirmEvidence(me, { question: EDGE, clause: SAME })
    expect(await evidenceRow(core, me, SAME)).toMatchObject({ state: 'confirmed', privateNotes: [] })
    const pieces = async (privateWords?: boolean) => {
      const { sections } = await core.myPortfolio(me, { standard: 'CD-COLLAB', privateWords })
      return sections.flatMap(({ groups }) => groups.flatMap(({ clauses }) => clauses.flatMap((c) => c.pieces)))
    }
    expect(await pieces()).toMatchObject([{ isPrivate: true, lines: [] }])
    expect(await pieces(true)).toMatchObject([{ isPrivate: true, lines: ['A private note.'] }])
  })

  test('the words of an answer suggest a clause too, where it stands out, and everyday words none', async () => {
    const { core, me } = await begin()
    const clause = 'SFJBA13:KU13'
    expect(content.clause(clause)?.text).toMatch(/cross cultural communication/)
    expect((await evidenceRow(core, me, clause))?.state).toBe('none')
    const story =
      'A man at the door spoke Somali and I did not. Somebody found an interpreter. Barriers to cross-cultural communication came down.'
    await core.saveAnswer(me, { question: BELONG, value: { story }, channel: 'web' })
    expect(await evidenceRow(core, me, clause)).toMatchObject({ state: 'suggested', suggested: [{ reason: 'words' }] })
    await core.saveAnswer(me, {
      question: BELONG,
      value: { story: 'It was cold, the bus was late, and we had soup.' },
      channel: 'web',
    })
    const { standards } = await core.myEvidence(me, { state: 'suggested' })
    const rows = standards.flatMap(({ sections }) => sections.flatMap(({ groups }) => groups.flatMap((g) => g.rows)))
    expect(rows.map(({ clause: { uid } }) => uid)).toEqual(content.question(BELONG)?.evidence)
  })

  test('the matrix has the 169 clauses that can be assessed, and filters leave its counts alone', async () => {
    const { core, me } = await begin()
    await core.confirmEvidence(me, { question: BELONG, clause: SAME })
    const all = await core.myEvidence(me, {})
    const counts = all.standards.flatMap(({ id, sections }) =>
      sections.map(({ kind, counts: { clauses } }) => `${id} ${kind} ${clauses}`),
    )
    expect(counts).toEqual([
      'CD-COLLAB performance 9',
      'CD-COLLAB knowledge 17',
      'SC-NETWORKS performance 27',
      'SC-NETWORKS knowledge 55',
      'SFJBA13 performance 32',
      'SFJBA13 knowledge 29',
    ])
    const rowsOf = ({ standards }: typeof all) =>
      standards.flatMap(({ sections }) => sections.flatMap(({ groups }) => groups.flatMap(({ rows }) => rows)))
    expect(rowsOf(all)).toHaveLength(169)
    expect(new Set(rowsOf(all).map(({ clause }) => clause.section))).toEqual(new Set(['performance', 'knowledge']))
    const some = await core.myEvidence(me, { standard: 'CD-COLLAB', section: 'knowledge', state: 'confirmed' })
    expect(rowsOf(some).map(({ clause: { uid } }) => uid)).toEqual([SAME])
    expect(some.standards.map(({ counts: c }) => c)).toEqual(all.standards.map(({ counts: c }) => c))
    expect(all.standards[0]?.counts).toEqual({ clauses: 26, confirmed: 1, review: 0, suggested: 0, none: 25 })
  })

  test('a portfolio has every clause with its notes, only what was confirmed, and the standing of the standard', async () => {
    const { core, me } = await begin()
    await core.confirmEvidence(me, { question: BELONG, clause: 'SFJBA13:PC2' })
    await core.noteForAssessor(me, { clause: 'SFJBA13:PC2', words: 'Ask Sam, who was there.' })
    const { standard, counts, sections, gone } = await core.myPortfolio(me, { standard: 'SFJBA13' })
    expect(standard).toMatchObject({ id: 'SFJBA13', status: 'past its review date' })
    expect(standard.version).toEqual([
      'Version Number: 3',
      'Date Approved: August 2015',
      'Indicative Review Date: July 2020',
    ])
    expect([counts, gone]).toEqual([{ clauses: 61, confirmed: 1, review: 0 }, []])
    const clauses = sections.flatMap(({ groups }) => groups.flatMap((group) => group.clauses))
    expect(clauses).toHaveLength(61)
    expect(clauses.filter(({ pieces, note }) => pieces.length || note)).toMatchObject([
      { short: 'PC 2', note: { words: 'Ask Sam, who was there.' }, pieces: [{ lines: ['A chair.'], revision: 1 }] },
    ])
    await expect(core.myPortfolio(me, { standard: 'NONE' })).rejects.toMatchObject({ kind: 'not-found' })
  })
})
