import { AppError } from './errors.ts'

/** Deeper than anything that is asked for; far deeper ones, as JSON can be, would be too much for the stack. */
const DEEPEST = 20

/**
 * Makes every text in a value storable on both databases, before it is acknowledged: no U+0000 (PostgreSQL refuses it)
 * and no lone surrogates (they would come back as U+FFFD). Nothing else is touched: what was typed is what is kept.
 */
export function normalise<T>(value: T, depth = 0): T {
  if (depth > DEEPEST) throw new AppError('invalid', 'What was sent is nested too deeply.')
  if (typeof value === 'string') return value.replaceAll('\u0000', '').replaceAll('\r\n', '\n').toWellFormed() as T
  if (Array.isArray(value)) return value.map((each) => normalise(each, depth + 1)) as T
  // It holds no text, and would be none any more.
  if (value instanceof AbortSignal) return value
  if (value && typeof value === 'object')
    return Object.fromEntries(Object.entries(value).map(([k, v]) => [normalise(k), normalise(v, depth + 1)])) as T
  return value
}
