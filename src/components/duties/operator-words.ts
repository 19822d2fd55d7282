import type { Operator } from '#core/config.ts'
import { type Html, html } from '../html.ts'

/** Where to write to whoever runs this copy: a link, for an e-mail or a web address. */
export const contactLink = ({ contact }: Operator): Html =>
  html`<a href="${contact.includes('://') ? contact : `mailto:${contact}`}">${contact}</a>`

/** Who runs this copy, or truthfully that it doesn't say. */
export const whoRunsThis = (operator: Operator | null): Html =>
  operator
    ? html`<p>This copy of Standpoint is run by <b>${operator.name}</b>. You can write to them: ${contactLink(operator)}.</p>`
    : html`<p><b>Whoever runs this copy of Standpoint has not said who they are.</b> If it runs on your own computer, that is you. If somebody gave you this address, ask them who runs it before you write anything private.</p>`

export const organisation = (operator: Operator | null): string => operator?.name ?? 'whoever runs this copy'
