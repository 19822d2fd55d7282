/**
 * How likely it is that two samples from one and the same source differ at least so much in their ranks: the two-sided
 * test of Mann and Whitney (1947) by its normal approximation, corrected for ties. For 20 values or more on each side.
 */
export function rankTest(a: number[], b: number[]): number {
  const all = [...a.map((value) => ({ value, of: 'a' })), ...b.map((value) => ({ value, of: 'b' }))]
  const groups = [...Map.groupBy(all, ({ value }) => value)].sort(([x], [y]) => x - y).map(([, same]) => same)
  let [before, sumOfA, ties] = [0, 0, 0]
  for (const same of groups) {
    const rank = before + (same.length + 1) / 2
    sumOfA += rank * same.filter(({ of }) => of === 'a').length
    ties += same.length ** 3 - same.length
    before += same.length
  }
  const n = all.length
  const u = sumOfA - (a.length * (a.length + 1)) / 2
  const spread = Math.sqrt(((a.length * b.length) / 12) * (n + 1 - ties / (n * (n - 1))))
  return spread === 0 ? 1 : twoSided((u - (a.length * b.length) / 2) / spread)
}

/** The chance of a normal value at least so far from 0: Abramowitz and Stegun 7.1.26, right to 1.5e-7. */
function twoSided(z: number): number {
  const x = Math.abs(z) / Math.SQRT2
  const t = 1 / (1 + 0.3275911 * x)
  const series = [0.254829592, -0.284496736, 1.421413741, -1.453152027, 1.061405429]
  return series.reduceRight((sum, c) => (sum + c) * t, 0) * Math.exp(-x * x)
}
