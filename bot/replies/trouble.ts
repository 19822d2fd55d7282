import { randomBytes } from 'node:crypto'
import { AppError, nameOf, stackOf } from '#core/errors.ts'
import type { Log } from '#core/log.ts'
import type { Card } from './card.ts'

/** The one place where an error becomes a reply. What we didn't expect is logged with an id, and only the id is said. */
export function troubleCard(error: unknown, log: Log): Card {
  if (error instanceof AppError) return { tone: 'trouble', paragraphs: [error.message, ...Object.values(error.fields)] }
  const id = randomBytes(4).toString('hex')
  log('companion-error', { id, name: nameOf(error), stack: stackOf(error) })
  return {
    tone: 'trouble',
    paragraphs: [
      `Something went wrong here, and it isn’t your fault. Please try again. If it happens again, tell us this number: ${id}.`,
    ],
  }
}
