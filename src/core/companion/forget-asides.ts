import { requireSystem } from '../actor.ts'
import { statement } from '../db/db.ts'
import { define } from '../define.ts'
import { asider } from './asides.ts'

/** Forgets at once what waits in a conversation: for one person, or for everybody there. */
export const forgetAsides = define({
  input: asider.partial({ asker: true }),
  async run({ db, keys }, actor, { place, asker }): Promise<void> {
    requireSystem(actor)
    const there = db.draft.deleteFrom('aside').where('place', '=', place)
    await db.write([statement(asker === undefined ? there : there.where('asker', '=', keys.blind(`aside ${asker}`)))])
  },
})
