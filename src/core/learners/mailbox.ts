/** Providers that deliver a name with and without its dots to the same person. */
const DOTS_FOLDED = new Set(['gmail.com'])
/** Other names of the same provider. */
const SAME_AS: Record<string, string> = { 'googlemail.com': 'gmail.com' }

/** An address as we keep and compare it. */
export const addressOf = (typed: string): string => typed.trim().toLowerCase()

/**
 * The mailbox behind an address, so that one person with many spellings counts once: lower case, the plus part off, the
 * dots off where the provider folds them. Only for counting: nobody signs in or gets a letter by it.
 */
export function mailboxOf(address: string): string {
  const lower = addressOf(address)
  const at = lower.lastIndexOf('@')
  const written = lower.slice(at + 1)
  const domain = SAME_AS[written] ?? written
  const name = lower.slice(0, at).replace(/(?<=.)\+.*$/, '')
  return `${DOTS_FOLDED.has(domain) ? name.replaceAll('.', '') : name}@${domain}`
}
