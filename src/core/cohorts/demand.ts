/** The one proof of who one is that counts in a cohort: an address under a domain, or a workspace's own account. */
export interface Demand {
  kind: 'email' | 'slack'
  /** A domain such as `example.org`, or a workspace's id such as `T024BE7LD`. */
  of: string
}

/** As a cohort keeps it: `email:example.org`, `slack:T024BE7LD`. */
export const toDemand = (kept: string | null): Demand | null => {
  const [kind, of] = kept?.split(':') ?? []
  return (kind === 'email' || kind === 'slack') && of ? { kind, of } : null
}

/**
 * Whether somebody's proofs, as `verifiedLearners` gives them, hold the one that is demanded. The whole domain behind
 * the last `@`, or the whole workspace before the user, has to be the same: neither a part of another nor one below it.
 */
export function meets(demand: Demand | null, proofs: string[]): boolean {
  if (demand === null) return proofs.length > 0
  return proofs.some((proof) => {
    const subject = proof.slice(proof.indexOf(':') + 1)
    if (proof.slice(0, proof.indexOf(':')) !== demand.kind) return false
    const whole = demand.kind === 'email' ? subject.slice(subject.lastIndexOf('@') + 1) : subject.split(':')[0]
    return whole === demand.of
  })
}
