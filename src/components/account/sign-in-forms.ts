import type { CodeSent } from '#core/learners/ask-for-code.ts'
import { problemList, textField } from '../form/field.ts'
import type { Sent } from '../form/sent.ts'
import { flag, type Html, html } from '../html.ts'
import { openWithPasskey } from './passkeys.ts'

const hidden = (sent: Sent, name: string): Html | null =>
  sent.values[name]?.[0] ? html`<input type="hidden" name="${name}" value="${sent.values[name][0]}">` : null

const list = new Intl.ListFormat('en-GB')

/** What an address would do here: for a visitor, for a notebook that only this browser has, and for one kept already. */
function signInWords(addresses: string[] | null): { title: string; words: Html } {
  if (addresses === null)
    return {
      title: 'Open my notebook',
      words: html`<p>Type the e-mail address that your notebook is kept under, and a code opens it in this browser too. If you have no notebook yet, this starts one.</p>`,
    }
  if (addresses.length > 0)
    return {
      title: 'Kept safe',
      words: html`<p>This notebook is kept safe already: it opens with a code sent to <b>${list.format(addresses)}</b>. <a href="/account">My account</a></p>
<p>If another address is yours too, you can type it here, and it will open this notebook as well.</p>`,
    }
  return {
    title: 'Keep it safe',
    words: html`<p>Your notebook belongs to this browser. With an e-mail address you can open it on another device, and it survives a lost phone. Nothing you wrote is lost or moved.</p>`,
  }
}

/** Asks where the code should go. `addresses`: those this notebook is kept under, or null where there is none yet. */
export function emailForm(sent: Sent, addresses: string[] | null = [], organisation: string | null = null): Html {
  const { title, words } = signInWords(addresses)
  return html`<form class="form" method="post" action="/api/sign-in/code"><header><h1>${title}</h1>
${words}</header>${problemList(sent)}${hidden(sent, 'next')}
<div class="block"><div>${textField(sent, 'email', 'Your e-mail address', { type: 'email', hint: 'We send a code to it, and nothing else.', autocomplete: 'email' })}</div>
<p class="start"><button class="btn main" type="submit">Send me a code</button></p>
${openWithPasskey()}
${organisation && !addresses?.length && html`<p><a href="/api/organisation">Or use the sign-in of ${organisation}</a>. Nobody there sees what you write.</p>`}
<p class="small soft">We keep the address so that you can come back, and no name, no password and no list of your visits. Your trainer never sees it. In a course that you join, it shows that you are one person, so that your answers can be counted. <a href="/who-sees-what">Who sees what</a></p></div></form>`
}

/** A link from a letter that was opened elsewhere, twice or too late. Nothing is lost by it. */
export const strayLink = (): Html =>
  html`<div class="form"><p role="status">The code in that link isn’t waiting in this browser. It may have been used already, or be too old; or you asked for it in another browser, and can type it there. You can also ask for a new one here.</p></div>`

/**
 * Asks for the code that was sent. `printed`: there is no mail server, so the letter stands where the program runs. A
 * link in the letter comes here with the code in its box.
 */
export function codeForm(sent: Sent, { digits, minutes, printed }: CodeSent): Html {
  const email = sent.values.email?.[0] ?? ''
  const together = sent.problems.together
  const shared = sent.values.shared?.[0] === 'yes'
  return html`<form class="form" method="post" action="/api/sign-in"><header><h1>Type the code</h1>
<p>If ${email} can receive mail, a code of ${digits} digits is on its way. It works for ${minutes} minutes, and only in this browser.</p>
${printed && html`<p><b>This copy of Standpoint has no mail server.</b> The letter was printed in the window where it was started.</p>`}</header>${problemList(sent)}
<input type="hidden" name="email" value="${email}">${hidden(sent, 'next')}
<div class="block"><div>${textField(sent, 'code', 'The code', { inputmode: 'numeric', autocomplete: 'one-time-code' })}</div>
${together && html`<label class="opt" id="together"><input type="checkbox" name="together" value="yes"><span class="grow">Both addresses are mine: put the two notebooks together</span></label>`}
<label class="opt"><input type="checkbox" name="shared" value="yes"${flag('checked', shared)}><span class="grow">Others use this computer too: forget me when the browser is closed</span></label>
<p class="start"><button class="btn main" type="submit">Go on</button></p>
<p class="small soft">No letter after a few minutes? Look among unwanted mail, or <a href="/sign-in">ask for another code</a>.</p></div></form>`
}
