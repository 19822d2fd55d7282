/** What a person may be told. Each edge has one place that turns it into a status or a reply. */
export type ErrorKind =
  /** What was sent can't be taken; `fields` says which part and what is allowed. */
  | 'invalid'
  /** Not there, or not yours: the two look alike on purpose. */
  | 'not-found'
  /** Something newer is there; `detail` holds it. */
  | 'conflict'
  | 'signed-out'
  /** What was sent belongs to a notebook that isn't the one open here. */
  | 'other-notebook'
  | 'too-many'
  /** It may work again shortly; nothing was changed. */
  | 'unavailable'

export class AppError extends Error {
  readonly kind: ErrorKind
  /** A message for each part or field that can't be taken, by its name. */
  readonly fields: Record<string, string>
  /** What the edge needs to show a way on, for example both texts of a conflict. */
  readonly detail: unknown
  /** Of `too-many`: the milliseconds until it may be tried again, where they are known. */
  readonly wait: number | null

  constructor(
    kind: ErrorKind,
    message: string,
    more: { fields?: Record<string, string>; detail?: unknown; wait?: number } = {},
  ) {
    super(message)
    this.name = 'AppError'
    this.kind = kind
    this.fields = more.fields ?? {}
    this.detail = more.detail
    this.wait = more.wait ?? null
  }
}

export const notFound = (what: string): AppError => new AppError('not-found', `We couldn’t find ${what}.`)

/** For `catch`: null where something isn't there. Any other error stays one. */
export function nullIfMissing(error: unknown): null {
  if (error instanceof AppError && error.kind === 'not-found') return null
  throw error
}

/** What kind of error it was, for the log. */
export const nameOf = (error: unknown): string => (error instanceof Error ? error.name : typeof error)

/** Where in our code an error was, for the log. Its message may hold somebody's words, on several lines, so it is left out. */
export const stackOf = (error: unknown): string =>
  (error instanceof Error ? (error.stack ?? '') : '')
    .split('\n')
    .filter((line) => /^ +at .*:\d+:\d+\)?$/.test(line))
    .slice(0, 5)
    .map((line) => line.trim())
    .join(' | ')
