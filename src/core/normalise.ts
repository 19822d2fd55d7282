/**
 * Makes every text in a value storable on both databases, before it is acknowledged: no U+0000 (PostgreSQL refuses it)
 * and no lone surrogates (they would come back as U+FFFD). Nothing else is touched: what was typed is what is kept.
 */
export function normalise<T>(value: T): T {
  if (typeof value === 'string') return value.replaceAll('\u0000', '').replaceAll('\r\n', '\n').toWellFormed() as T
  if (Array.isArray(value)) return value.map(normalise) as T
  if (value && typeof value === 'object')
    return Object.fromEntries(Object.entries(value).map(([k, v]) => [normalise(k), normalise(v)])) as T
  return value
}
