import mammoth from 'mammoth'
import { expect, test } from 'vitest'
import type { Actor } from '#core/actor.ts'
import type { Core } from '#core/app.ts'
import { notebookFile } from '#core/exports/notebook-file.ts'
import { forEachDatabase } from '#tests/support/databases.ts'
import { open as openStudy, STUDY, says } from '#tests/support/study.ts'
import { asks, MONEY } from '#tests/support/unanswered.ts'
import { ROLE, shares } from '../attacks/cards.ts'
import { answer, chooses, names, newCourse, newMembers, newTrainer, openAt, TICK, tick } from '../attacks/group.ts'

const QUOTED = {
  paragraphs: ['This is K31.'],
  quotes: [{ text: 'Keep the pipes apart', label: 'SC-NETWORKS K31' }],
}

const read = async (core: Core, actor: Actor) =>
  notebookFile.parse(JSON.parse(Buffer.from((await core.exportMine(actor, { format: 'json' })).bytes).toString()))

forEachDatabase((_name, fresh) => {
  test('the file holds all that is kept of somebody: courses, receipts, words shown, questions, studies, sign-ins', async () => {
    const place = await openAt(await fresh())
    const { core } = place
    const trainer = await newTrainer(core)
    const course = await newCourse(core, trainer)
    const members = await newMembers(core, course, names(5))
    const [me] = members as [Actor]
    const own = await core.askOwnQuestion(trainer, {
      cohort: course.id,
      ask: 'How was the room?',
      options: ['Warm', 'Cold'],
      several: false,
    })
    const ownId = own.questions.at(-1)?.id as string
    for (const person of members) {
      await answer(core, person, chooses('with'))
      await shares(core, person, ROLE, 'I listen.')
    }
    const { own: askedOfMe } = await core.cohortForLearner(me, { cohort: course.id })
    const part = askedOfMe.find(({ question }) => question.id === ownId)?.question.parts[0]
    if (part?.type !== 'single-choice') throw new Error('The question has no options.')
    await answer(core, me, { question: ownId, value: { [part.name]: part.options[0]?.id } })
    await core.confirmEvidence(me, { question: ROLE, clause: 'SFJBA13:PC2' })
    await core.noteForAssessor(me, { clause: 'SFJBA13:PC2', words: 'See my second answer too.' })
    await asks(core, me, MONEY('beekeeping'))
    await openStudy(core)
    await says(core, me, { nation: 'wales' })
    await core.takeBackConsent(me, { study: STUDY.id })
    await core.keepDialogue(me, { conversation: 'slack/im', state: '{"asked":"community.belong"}' })
    await core.keepTurn(me, { id: 'one', said: 'What does K31 say?', withWords: true, replies: [QUOTED] })
    await tick(place, TICK)
    await core.leaveCohort(members[1] as Actor, { cohort: course.id })

    const mine = await read(core, me)
    expect(mine.answers.find((a) => a.question === ownId)).toMatchObject({
      ask: 'How was the room?',
      place: `Questions from my course “${course.name}”`,
      revisions: [{ words: [{ lines: ['Warm'] }] }],
    })
    expect(mine.courses.joined).toEqual([{ course: course.name, joinedAt: expect.any(String), counted: true }])
    expect(mine.receipts.answers).toContainEqual({
      course: course.name,
      question: 'cd.doing-with',
      ask: core.content.question('cd.doing-with')?.ask,
      closedAt: TICK,
      counted: [expect.any(String)],
    })
    expect(mine.texts).toMatchObject([
      { course: course.name, question: ROLE, words: 'I listen.', withdrawnAt: null, held: null, shownSince: TICK },
    ])
    expect(mine.evidence.links).toMatchObject([{ question: ROLE, clause: { uid: 'SFJBA13:PC2' }, state: 'confirmed' }])
    expect(mine.evidence.notes).toMatchObject([{ clause: 'SFJBA13:PC2', words: 'See my second answer too.' }])
    expect(mine.unanswered.map((q) => q.question)).toEqual([MONEY('beekeeping')])
    expect(mine.studies.said.map(({ study, version, given }) => ({ study, version, given }))).toEqual([
      { study: STUDY.id, version: 1, given: true },
      { study: STUDY.id, version: 1, given: false },
    ])
    expect(mine.conversations).toMatchObject([{ conversation: 'slack/im', state: '{"asked":"community.belong"}' }])
    expect(mine.chat).toMatchObject([
      { said: 'What does K31 say?', replies: ['This is K31.', '“Keep the pipes apart” (SC-NETWORKS K31)'] },
    ])
    expect(mine.account.signIns).toMatchObject([{ kind: 'slack', subject: 'T0COURSE:UM1' }])

    // What was shown stays one's own to know after leaving; what a trainer runs is in theirs.
    const left = await read(core, members[1] as Actor)
    expect(left.courses.joined).toEqual([])
    expect(left.receipts.answers.map((r) => [r.course, r.closedAt])).toContainEqual([course.name, TICK])
    expect((await read(core, trainer)).courses.runs).toEqual([
      { course: course.name, name: 'Ms Invented', leftAt: null },
    ])
    expect(JSON.stringify(await read(core, trainer))).not.toContain('I listen.')

    const { bytes } = await core.exportMine(me, { format: 'docx' })
    const { value: text } = await mammoth.extractRawText({ buffer: Buffer.from(bytes) })
    for (const said of [
      course.name,
      'I listen.',
      MONEY('beekeeping'),
      STUDY.title,
      'T0COURSE:UM1',
      'What trainers were shown',
      'What does K31 say?',
      'Keep the pipes apart',
    ])
      expect(text).toContain(said)
  })
})
