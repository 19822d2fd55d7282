import type { Search } from '#core/standards/search-standards.ts'
import { type Html, html } from '../html.ts'

/** How many clauses were found, for whoever can't see the list. */
export function foundWords({ found }: Search): string {
  if (found.length === 0) return 'No clause found.'
  return found.length === 1 ? 'One clause found.' : `${found.length} clauses found.`
}

/** What a search found: each clause by its label, in our plain words, with its heading. */
export function renderFound({ found, offerHelp }: Search): Html {
  return html`${offerHelp && html`<p>Worried about somebody now? <a href="/help">Get help</a> says who to turn to.</p>`}${
    found.length > 0
      ? html`<ul role="list" class="clauses found">${found.map(
          (one) =>
            html`<li><a href="${one.path}">${one.label}</a><span>${one.gloss} <span class="soft">${one.heading}</span></span></li>`,
        )}</ul>`
      : !offerHelp && html`<p>Other words may find it, or <a href="/companion">ask the companion</a>.</p>`
  }`
}
