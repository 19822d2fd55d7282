import type { NotebookEntry } from '#core/notebook/my-notebook.ts'
import { type Html, html } from '../html.ts'
import type { Times } from '../question/state.ts'
import { renderEntry } from './render-entry.ts'

/** What a search has found, and the way back to everything. */
export function foundEntries(entries: NotebookEntry[], words: string, times: Times): Html {
  const found =
    entries.length === 0
      ? 'No answer of yours has'
      : entries.length === 1
        ? 'One answer has'
        : `${entries.length} answers have`
  return html`<section aria-labelledby="found"><h2 id="found" tabindex="-1" autofocus>${found} “${words.trim()}”</h2>
${entries.length === 0 && html`<p>All the words have to be in one answer. Fewer words, or the beginning of one, may find more.</p>`}
${entries.map((entry) => renderEntry(entry, times))}
<p><a href="/notebook">Show everything again</a></p></section>`
}
