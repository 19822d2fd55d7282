import type { ShownLink } from '#core/learners/show-link.ts'
import { choice, problemList } from '../form/field.ts'
import { NOTHING_SENT, type Sent } from '../form/sent.ts'
import { type Html, html } from '../html.ts'
import { PLATFORMS } from './linked-accounts.ts'

const list = new Intl.ListFormat('en-GB')

/** What a link from a chat does in this browser, and the button that does it. */
export function linkView({ kind, here, addresses }: ShownLink, link: string, sent: Sent = NOTHING_SENT): Html {
  const name = PLATFORMS[kind]
  if (here === 'same')
    return html`<div class="form"><header><h1>It is open here already</h1><p>This browser has the notebook that you use in ${name}. <a href="/notebook">Open my notebook</a></p></header></div>`
  const title = here === 'nothing' ? `Open your notebook from ${name}` : 'Put two notebooks together'
  return html`<form class="form" method="post" action="/api/link/open"><header><h1>${title}</h1></header>${problemList(sent)}<input type="hidden" name="link" value="${link}">
<div class="block">${
    here === 'nothing'
      ? html`<p>What you wrote to the companion in ${name} opens in this browser, and what you write here goes into the same notebook.</p>`
      : html`<p>There is a notebook in this browser${addresses.length > 0 && html`, kept under <b>${list.format(addresses)}</b>`}. It and the one that you use in ${name} become one. Every answer of both stays, the earlier ones as versions. It can’t be taken apart again.</p>`
  }
<p><b>Did you write “link” to the companion yourself, a moment ago?</b> If somebody sent you this link, stop here: they could read ${here === 'nothing' ? 'what you write from now on' : 'all that is in this browser’s notebook'}. A trainer or a colleague never needs this from you.</p>
<div class="opts">${here === 'other' && html`<div id="together">${choice(sent, 'checkbox', 'together', 'yes', 'I asked for the link myself, and both notebooks are mine')}</div>`}
${choice(sent, 'checkbox', 'shared', 'yes', 'Others use this computer too: forget me when the browser is closed')}</div>
<p class="start"><button class="btn main" type="submit">${here === 'nothing' ? 'Open it here' : 'Put them together'}</button> <a href="/">Not now</a></p>
<p class="small soft">Whoever gets into your ${name} account can open the notebook. On your account page you can unlink it at any time. <a href="/who-sees-what#slack">Who sees what</a></p></div></form>`
}
