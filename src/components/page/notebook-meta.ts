import { type Html, html } from '../html.ts'

/**
 * Tells the page's script whose notebook the page was filled from, so that words which wait in the browser stay apart
 * from another learner's.
 */
export const notebookMeta = (mark: string): Html => html`<meta name="notebook" content="${mark}">`
