import { z } from 'zod'
import { learnerOf } from '../actor.ts'
import { define } from '../define.ts'
import { verifiedLearners } from '../learners/verified.ts'
import type { World } from '../world.ts'
import { BACKGROUND, type Field, RATHER_NOT } from './background.ts'
import { type Consent, readLedger, standing, standingKey } from './ledger.ts'
import { fileName, readStudyReceipts } from './receipts.ts'
import { allStudies, isOpen, type Study } from './study.ts'

/** A study as a learner sees it. Nothing in it depends on anybody else. */
export interface MyStudy
  extends Pick<Study, 'id' | 'version' | 'title' | 'by' | 'contact' | 'purpose' | 'personal' | 'until' | 'consent'> {
  /** In words, as they are asked. */
  questions: string[]
  /** What it asks about a person, with the only answers there are. */
  background: { field: Field; ask: string; options: { code: string; label: string }[] }[]
  /** Somebody may say yes to it now. */
  open: boolean
  /**
   * none: never said yes. yes: to this text. changed: to an earlier one, which counts no more. taken-back.
   */
  mine: 'none' | 'yes' | 'changed' | 'taken-back'
  /** When they last said so, as an ISO time. */
  since: string | null
  /** The files that hold counts with them in it, oldest first. */
  files: string[]
}

export interface MyStudies {
  studies: MyStudy[]
  /** Only people who have shown who they are are counted. */
  verified: boolean
}

/** The open studies, and those that the acting learner ever had to do with. */
export const myStudies = define({
  input: z.strictObject({}),
  async run(world, actor): Promise<MyStudies> {
    const root = learnerOf(actor)
    const now = world.clock.now()
    const stands = standing(root === null ? [] : await readLedger(world, [root]))
    const receipts = root === null ? [] : ((await readStudyReceipts(world, [root])).get(root) ?? [])
    const studies = (await allStudies(world.db)).flatMap((study) => {
      const consent = stands.get(standingKey(root ?? '', study.id))
      if (!isOpen(study, now) && !consent) return []
      const mine = receipts.filter((r) => r.study === study.id)
      return [seen(world, study, consent, [...new Set(mine.map((r) => `${fileName(r)}-counts.csv`))])]
    })
    return { studies, verified: root !== null && (await verifiedLearners(world.db, [root])).has(root) }
  },
})

function seen(world: World, study: Study, consent: Consent | undefined, files: string[]): MyStudy {
  const { id, version, title, by, contact, purpose, personal, background, until, consent: text } = study
  const questions = study.questions.map((each) => world.content.question(each)?.ask ?? each)
  return {
    ...{ id, version, title, by, contact, purpose, personal, until, consent: text, questions, files },
    background: background.map(asked),
    open: isOpen(study, world.clock.now()),
    mine: !consent ? 'none' : !consent.given ? 'taken-back' : consent.text === study.hash ? 'yes' : 'changed',
    since: consent ? new Date(consent.at).toISOString() : null,
  }
}

const asked = (field: Field): MyStudy['background'][number] => ({
  field,
  ask: BACKGROUND[field].ask,
  options: [
    ...Object.entries(BACKGROUND[field].options).map(([code, label]) => ({ code, label })),
    { code: RATHER_NOT, label: 'I’d rather not say' },
  ],
})
