import { randomBytes } from 'node:crypto'
import { AppError, type ErrorKind, nameOf, stackOf } from '#core/errors.ts'
import type { Log } from '#core/log.ts'

const STATUS: Record<ErrorKind, number> = {
  invalid: 422,
  'not-found': 404,
  conflict: 409,
  'signed-out': 401,
  'other-notebook': 403,
  'too-many': 429,
  unavailable: 503,
}

export interface Problem {
  status: number
  kind: ErrorKind | 'error'
  message: string
  fields: Record<string, string>
  /** The milliseconds until it may be tried again, where they are known. */
  wait?: number
}

/** The one place where an error becomes a status. What we didn't expect is logged with an id, and only the id is shown. */
export function toProblem(error: unknown, log: Log): Problem {
  if (error instanceof AppError) {
    if (error.kind === 'unavailable')
      log('unavailable', { why: typeof error.detail === 'string' ? error.detail : 'busy' })
    const { kind, message, fields, wait } = error
    return { status: STATUS[kind], kind, message, fields, ...(wait !== null && { wait }) }
  }
  const id = randomBytes(4).toString('hex')
  log('error', { id, name: nameOf(error), stack: stackOf(error) })
  return {
    status: 500,
    kind: 'error',
    message: `Something went wrong here, and it isn’t your fault. If it happens again, tell us this number: ${id}.`,
    fields: {},
  }
}
