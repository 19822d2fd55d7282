import type { PromptPlaces } from '#core/prompts/my-prompt-places.ts'
import type { PromptSettings } from '#core/prompts/settings.ts'
import { choice, wrongWords } from '../form/field.ts'
import { NOTHING_SENT, type Sent } from '../form/sent.ts'
import { type Html, html } from '../html.ts'

type Place = Pick<PromptSettings, 'on' | 'channel'>

/** Where prompts come: in the companion, by e-mail to an address that was proven, or where they come now. */
export function promptPlace({ on, channel }: Place, places: PromptPlaces, given: Sent): Html | null {
  const { addresses, address } = places
  const inSlack = on && channel === 'slack'
  if (addresses === null || (addresses.length === 0 && !inSlack)) return noAddress(addresses)
  const now = inSlack ? 'slack' : channel === 'email' && address ? address : 'chat'
  const sent = given === NOTHING_SENT ? { values: { where: [now] }, problems: {} } : given
  return html`<fieldset class="block" id="where"><legend>Where</legend>${wrongWords(sent, 'where')}<div class="opts">
${inSlack && choice(sent, 'radio', 'where', 'slack', 'In Slack, as now')}
${choice(sent, 'radio', 'where', 'chat', 'On the web: it waits in the companion, and nothing is sent')}
${addresses.map((to) => choice(sent, 'radio', 'where', to, html`By e-mail to ${to}`))}</div>
<p class="small soft">An e-mail can be read by others on its way, and on a screen. So it holds no words of yours: a prompt that quotes you waits in the companion, and the e-mail says only that one does.</p></fieldset>`
}

/** E-mail goes only to an address that its owner has proven. */
const noAddress = (addresses: string[] | null): Html | null =>
  addresses &&
  html`<p class="small soft">To get them by e-mail, first <a href="/sign-in">keep your notebook safe with your address</a>.</p>`

/** What else there is to say of where they come. */
export const placeWords = ({ on, channel }: Place): Html =>
  on && channel === 'slack'
    ? html`Your prompts come in Slack, where its owners may be able to read them.`
    : on && channel === 'email'
      ? html`Your prompts come by e-mail. They also wait in <a href="/companion">the companion</a>, where you answer them.`
      : html`On the web a prompt waits in <a href="/companion">the companion</a>: nothing is sent to you. To get them in Slack, write “prompts on” to the companion there.`
