import type { PromptPlaces } from '#core/prompts/my-prompt-places.ts'
import type { MyPrompts } from '#core/prompts/my-prompts.ts'
import { choice, wrongWords } from '../form/field.ts'
import { NOTHING_SENT, type Sent } from '../form/sent.ts'
import { type Html, html } from '../html.ts'

type Place = Pick<MyPrompts, 'on' | 'channel' | 'teams'>

const CHATS = ['slack', 'teams'] as const
const NAMES = { slack: 'Slack', teams: 'Teams' }
const OWNERS = { slack: 'its owners', teams: 'people who run it at your organisation' }

/** Where prompts come: in the companion, in a chat that is known, by e-mail to an address that was proven. */
export function promptPlace({ on, channel, teams }: Place, places: PromptPlaces, given: Sent): Html | null {
  const { addresses, address } = places
  const chats = CHATS.filter((chat) => on && (chat === channel || (chat === 'teams' && teams)))
  if (chats.length === 0 && !addresses?.length) return noAddress(addresses)
  const now = chats.find((chat) => chat === channel) ?? ((channel === 'email' && address) || 'chat')
  const sent = given === NOTHING_SENT ? { values: { where: [now] }, problems: {} } : given
  return html`<fieldset class="block" id="where"><legend>Where</legend>${wrongWords(sent, 'where')}<div class="opts">
${chats.map((chat) => choice(sent, 'radio', 'where', chat, `In ${NAMES[chat]}${chat === channel ? ', as now' : ''}`))}
${choice(sent, 'radio', 'where', 'chat', 'On the web: it waits in the companion, and nothing is sent')}
${addresses?.map((to) => choice(sent, 'radio', 'where', to, html`By e-mail to ${to}`))}</div>
${addresses?.length ? html`<p class="small soft">An e-mail can be read by others on its way, and on a screen. So it holds no words of yours: a prompt that quotes you waits in the companion, and the e-mail says only that one does.</p>` : noAddress(addresses)}</fieldset>`
}

/** E-mail goes only to an address that its owner has proven. */
const noAddress = (addresses: string[] | null): Html | null =>
  addresses &&
  html`<p class="small soft">To get them by e-mail, first <a href="/sign-in">keep your notebook safe with your address</a>.</p>`

/** Why they are off, where their learner didn't switch them off. */
export function cutOffWords({ channel, cutOff }: MyPrompts): Html | false {
  if (!cutOff || channel === 'chat') return false
  const reached =
    channel === 'email'
      ? 'E-mails to the address that you chose don’t arrive any more'
      : `${NAMES[channel]} no longer lets the companion write to you there: it may have been taken out of your workspace, or your account there may have ended`
  const again = channel === 'email' ? '' : ` Or write “prompts on” to it in ${NAMES[channel]}, once it is there again.`
  return html`<p role="alert">${reached}. So prompts were switched off. What you have written is safe. To have prompts again, switch them on here and choose where.${again}</p>`
}

/** What else there is to say of where they come. */
export function placeWords({ on, channel }: Place): Html {
  if (!on || channel === 'chat')
    return html`On the web a prompt waits in <a href="/companion">the companion</a>: nothing is sent to you. To get them in Slack or Teams, write “prompts on” to the companion there.`
  return channel === 'email'
    ? html`Your prompts come by e-mail. They also wait in <a href="/companion">the companion</a>, where you answer them.`
    : html`Your prompts come in ${NAMES[channel]}, where ${OWNERS[channel]} may be able to read them.`
}
