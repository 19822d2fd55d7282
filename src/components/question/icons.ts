import { type Html, html, raw } from '../html.ts'

const icon = (path: string): Html =>
  html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d="${raw(path)}"/></svg>`

export const lock = icon('M4 10h16v11H4zM8 10V7a4 4 0 0 1 8 0v3M12 14v3')
export const bars = icon('M3 21h18M6 21v-6M12 21V9M18 21V4')
export const warning = icon('M12 3a9 9 0 1 0 9 9M12 7v5l4 3')
/** A tick and a clock in one; the status' state says which of them shows. */
export const savedOrWaiting = html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path class="tick" d="M3 13l6 6L21 5"/><path class="clock" d="M12 3a9 9 0 1 0 9 9M12 7v5l4 3"/></svg>`
