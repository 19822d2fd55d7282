import type { Demand } from '#core/cohorts/demand.ts'
import { type Html, html } from '../html.ts'

/** Which proof of who one is counts in a course, after “Only people count who …”. */
export function proofWords(demand: Demand | null): Html {
  if (demand === null)
    return html`have shown who they are, with an e-mail code, their organisation’s sign-in, or by answering in Slack or Teams`
  return demand.kind === 'email'
    ? html`have shown with an e-mail code that they have an address ending in <b>@${demand.of}</b>`
    : html`answer in the Slack workspace <b>${demand.of}</b>, or keep their notebook there`
}

/** The same for somebody who hasn't: what is missing, and what they can do. */
export function missingProof(demand: Demand | null): Html {
  const forAll = html`what you have already written counts too. The trainer never sees your address.`
  if (demand === null)
    return html`They can’t be counted yet, because you haven’t shown who you are. <a href="/sign-in">Keep your notebook safe with an e-mail code</a>, and ${forAll}`
  if (demand.kind === 'email')
    return html`They can’t be counted yet. This course counts only people who have shown that they have an address ending in <b>@${demand.of}</b>. <a href="/sign-in">Use such an address for an e-mail code</a>, and ${forAll}`
  return html`They can’t be counted yet. This course counts only people who answer in the Slack workspace <b>${demand.of}</b>. Write to the companion there.`
}
