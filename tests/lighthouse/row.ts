/** What is read of Lighthouse's report. */
export interface Report {
  categories: Record<string, { score: number | null }>
  audits: Record<string, { numericValue?: number; details?: { items?: Request[] } }>
}

interface Request {
  resourceType?: string
  transferSize?: number
}

export const TITLES = [
  'performance',
  'accessibility',
  'best practices',
  'SEO',
  'LCP s',
  'TBT ms',
  'CLS',
  'requests',
  'kB without fonts',
  'script kB',
]

/** One page's figures, as `TITLES` names them. */
export function rowOf({ categories, audits }: Report): string[] {
  const mark = (id: string) => String(Math.round((categories[id]?.score ?? 0) * 100))
  const number = (id: string) => audits[id]?.numericValue ?? Number.NaN
  const requests = audits['network-requests']?.details?.items ?? []
  const bytes = (counts: (type: string) => boolean) =>
    requests.filter((r) => counts(r.resourceType ?? '')).reduce((sum, r) => sum + (r.transferSize ?? 0), 0)
  return [
    ...['performance', 'accessibility', 'best-practices', 'seo'].map(mark),
    (number('largest-contentful-paint') / 1000).toFixed(2),
    number('total-blocking-time').toFixed(0),
    number('cumulative-layout-shift').toFixed(3),
    String(requests.length),
    (bytes((type) => type !== 'Font') / 1000).toFixed(1),
    (bytes((type) => type === 'Script') / 1000).toFixed(1),
  ]
}
