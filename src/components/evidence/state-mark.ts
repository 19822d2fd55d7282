import type { EvidenceState } from '#core/evidence/gather.ts'
import { type Html, html, raw } from '../html.ts'

/** What is said of a clause, never that it was met. */
export const STATE_WORDS: Record<EvidenceState, string> = {
  confirmed: 'Confirmed by me',
  review: 'To review',
  suggested: 'Suggested',
  none: 'Nothing yet',
}

const DRAWN: Record<EvidenceState, string> = {
  confirmed:
    '<rect x="2" y="2" width="20" height="20" fill="var(--key)"/><path d="M6 12.5l4 4 8-9" fill="none" stroke="var(--paper)" stroke-width="3"/>',
  review:
    '<rect x="3" y="3" width="18" height="18" fill="none" stroke="var(--key)" stroke-width="2"/><path d="M12 7v6M12 16v2" fill="none" stroke="var(--key)" stroke-width="3"/>',
  suggested:
    '<rect x="3" y="3" width="18" height="18" fill="none" stroke="var(--key)" stroke-width="2" stroke-dasharray="4 3"/>',
  none: '<path d="M6 12h12" stroke="var(--edge)" stroke-width="2"/>',
}

/** A small drawing and its words: neither shape nor colour has to be seen. */
export const stateMark = (state: EvidenceState): Html =>
  html`<span class="mk"><svg viewBox="0 0 24 24" aria-hidden="true" focusable="false">${raw(DRAWN[state])}</svg>${STATE_WORDS[state]}</span>`
