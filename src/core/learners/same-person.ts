import type { Db } from '../db/db.ts'
import { AppError } from '../errors.ts'
import { addressesOf } from './addresses.ts'
import { canComeBack } from './can-come-back.ts'

/** On a shared computer, the notebook that lies open may be somebody else's: it isn't joined without being asked. */
export async function mustBeSamePerson(db: Db, learnerId: string, email: string): Promise<void> {
  const known = await addressesOf(db, learnerId)
  if (known.includes(email) || !(await canComeBack(db, learnerId))) return
  throw await areBothYours(db, learnerId)
}

/** What to say to somebody in whose browser another notebook lies open: which, and that the two will be one. */
export async function areBothYours(db: Db, learnerId: string): Promise<AppError> {
  const known = await addressesOf(db, learnerId)
  const kept = await canComeBack(db, learnerId)
  const how = !kept ? null : known.length ? `with another address (${known.join(', ')})` : 'in another way'
  const here = how ? `This browser is signed in ${how}.` : 'There is another notebook in this browser.'
  const together = `${here} If that isn’t yours, ${how ? 'sign out first' : 'use another browser'}. If both are yours, say so, and they will share one notebook.`
  const said = how ? `This browser is signed in ${known.length ? 'with another address' : 'in another way'}.` : here
  return new AppError('invalid', said, { fields: { together } })
}
