import type { Flag } from './flags/flag.ts'
import { possibleHarm } from './possible-harm.ts'

/**
 * Why a card isn’t shown to others until somebody has looked at it (P16): it may tell of harm, holds contact details, or
 * may name somebody; the gravest of them. The other kinds are the author’s to look at and confirm.
 */
export function holdsBack(text: string, flags: Flag[]): 'harm' | 'contact' | 'names-somebody' | null {
  if (possibleHarm(text)) return 'harm'
  if (flags.some(({ kind }) => kind === 'contact')) return 'contact'
  return flags.some(({ kind }) => kind === 'person') ? 'names-somebody' : null
}
