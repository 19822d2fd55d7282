import { z } from 'zod'
import { requireLearner } from '../actor.ts'
import { append, nextNumber } from '../consents/ledger.ts'
import { statement } from '../db/db.ts'
import { define } from '../define.ts'
import { AppError, notFound } from '../errors.ts'
import { isRoot } from '../learners/join-learners.ts'
import type { World } from '../world.ts'
import { type Background, backgroundInput } from './background.ts'
import { readLedger, standing, standingKey } from './ledger.ts'
import { isOpen, type Study, studyById } from './study.ts'

const AGREE = 'Tick the box if you want to take part.'

const input = z.strictObject({
  study: z.string().max(100),
  /** The version whose text was read. */
  version: z.int(),
  agree: z.literal(true, AGREE),
  background: backgroundInput.default({}),
})

/** A learner says yes to one study, in one version, and may tell it a little about themselves. */
export const giveConsent = define({
  input,
  async run(world, actor, sent): Promise<{ study: string; version: number }> {
    const study = await studyById(world.db, sent.study)
    if (!isOpen(study, world.clock.now())) throw notFound('that study')
    if (sent.version !== study.version) {
      const message =
        'The text has changed since you opened the page. Please read it again, and tick the box if you agree.'
      throw new AppError('invalid', message, { fields: { agree: message } })
    }
    const learnerId = requireLearner(actor)
    for (let tries = 0; tries < 5; tries++)
      if (await sayYes(world, learnerId, study, sent.background)) return { study: study.id, version: study.version }
    throw new AppError('unavailable', 'This couldn’t be saved just now. Nothing was changed; please try again.')
  },
})

/** True when the yes stands, now or already. False when something else was written at the same moment. */
async function sayYes(world: World, learnerId: string, study: Study, background: Background): Promise<boolean> {
  const { db, clock } = world
  const ledger = await readLedger(world, [learnerId])
  const now = standing(ledger).get(standingKey(learnerId, study.id))
  if (now?.given && now.text === study.hash) return true
  const number = await nextNumber(db, learnerId)
  const at = Math.max(clock.now(), (now?.at ?? 0) + 1)
  const told = Object.fromEntries(
    study.background.flatMap((field) => (background[field] ? [[field, background[field]]] : [])),
  )
  const sealed = await world.keys.seal(learnerId, JSON.stringify(told))
  const result = await db.write([
    isRoot(db, learnerId),
    await append(world, learnerId, number, {
      study: study.id,
      version: study.version,
      text: study.hash,
      given: true,
      at,
    }),
    ...forget(
      world,
      ledger.filter((c) => c.study === study.id),
    ),
    statement(db.draft.insertInto('background').values({ learner_id: learnerId, number, sealed }), 1),
  ])
  return result.committed
}

/** The statements that delete what was told with these rows. */
export const forget = ({ db }: World, consents: { learnerId: string; number: number }[]) =>
  consents.map(({ learnerId, number }) =>
    statement(db.draft.deleteFrom('background').where('learner_id', '=', learnerId).where('number', '=', number)),
  )
