import { type Html, html } from '../html.ts'

/** A source as `references.yaml` prints it: *asterisks* mark the title of a work. */
export const referenceText = (text: string): Html =>
  html`${text.split('*').map((piece, i) => (i % 2 === 1 ? html`<cite>${piece}</cite>` : piece))}`
