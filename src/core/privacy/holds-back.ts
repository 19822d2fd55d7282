import type { Flag } from './flags/flag.ts'
import { likelyHarm } from './possible-harm.ts'

/**
 * Why words stay with their author as they are (P16): they may tell of harm, hold contact details, or may name somebody;
 * the gravest of them. Half of the names that no list knows show only by a capital, so that is enough. The other kinds are
 * the author’s to look at and confirm.
 */
export function holdsBack(text: string, flags: Flag[]): 'harm' | 'contact' | 'names-somebody' | null {
  if (likelyHarm(text)) return 'harm'
  if (flags.some(({ kind }) => kind === 'contact')) return 'contact'
  return flags.some(({ kind }) => kind === 'person' || kind === 'maybe-person') ? 'names-somebody' : null
}
