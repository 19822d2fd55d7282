import type { Actor } from '#core/actor.ts'
import type { Imported } from '#core/exports/import-mine.ts'
import type { LinkCode } from '#core/learners/make-link-code.ts'
import type { MyAccount } from '#core/learners/my-account.ts'
import { problemList, textField } from '../form/field.ts'
import type { Sent } from '../form/sent.ts'
import { type Html, html } from '../html.ts'
import type { Times } from '../question/state.ts'
import { bringIn, broughtIn } from './bring-in.ts'
import { browsers, sharedComputer } from './browsers.ts'
import { linkedAccounts } from './linked-accounts.ts'
import { passkeys } from './passkeys.ts'
import { takeAlong } from './take-along.ts'

const list = new Intl.ListFormat('en-GB')

interface News {
  /** What was done a moment ago. */
  done?: string
  imported?: Imported
  /** A code that was made a moment ago, to type in a chat. */
  linkCode?: LinkCode
}

/** How I can come back to my notebook, where it is open, and how to leave or delete it. */
export function accountView(account: MyAccount, kind: Actor['kind'], sent: Sent, times: Times, news: News = {}): Html {
  if (kind === 'visitor')
    return html`<div class="form"><header><h1>My account</h1><p>There is no notebook in this browser yet. Your first answer starts one, with no account and no form. If you have one already, <a href="/sign-in">open it with your e-mail address</a>.</p></header>${problemList(sent)}
<section class="block" aria-labelledby="browsers"><h2 id="browsers">On a shared computer?</h2>${sharedComputer(false, false)}</section>${bringIn(sent)}</div>`
  return html`<div class="form"><header><h1>My account</h1></header>${news.done && html`<p role="status">${news.done}</p>`}${news.imported && broughtIn(news.imported)}${problemList(sent)}
${howIComeBack(account)}${linkedAccounts(account, sent, times, news.linkCode)}${browsers(account.browsers, account.canComeBack, times)}${others()}${courses()}${studies()}${kind === 'trainer' && trainingRoom()}${account.canComeBack && leaving(account)}${taking()}${bringIn(sent)}${deleting(sent)}</div>`
}

function howIComeBack({ addresses, organisation, passkeys: count, canComeBack, browsers: open }: MyAccount): Html {
  return html`<section class="block" aria-labelledby="back"><h2 id="back">How I come back</h2>
${
  addresses.length > 0
    ? html`<p>This notebook opens with a code sent to <b>${list.format(addresses)}</b>.</p>`
    : !canComeBack &&
      html`<p>This notebook is only in ${open.length > 1 ? 'the browsers that you see below' : 'this browser'}. <a href="/sign-in">Keep it safe</a> with an e-mail address, so that a lost phone or a cleared browser loses nothing.</p>`
}
<p>A notebook that nobody opens for 24 months is deleted. <a href="/privacy#long">How long things are kept</a></p>
${organisation && viaOrganisation(organisation)}
${passkeys(count)}</section>`
}

const viaOrganisation = ({ name, opens }: NonNullable<MyAccount['organisation']>): Html =>
  opens
    ? html`<p>The sign-in of ${name} opens it.</p>`
    : html`<p><a href="/api/organisation">Open it with the sign-in of ${name}</a> from now on, too.</p>`

const others = (): Html =>
  html`<section class="block" aria-labelledby="others"><h2 id="others">Who may see what</h2><p><a href="/privacy-settings">What others may see of mine</a>: every choice on one page, and what you have said yes to.</p></section>`

const courses = (): Html =>
  html`<section class="block" aria-labelledby="courses"><h2 id="courses">Courses</h2><p><a href="/cohort">Courses I have joined</a>, and what of mine was shown in them. Somebody gave you a code? <a href="/join">Join a course</a></p></section>`

const studies = (): Html =>
  html`<section class="block" aria-labelledby="studies"><h2 id="studies">Studies</h2><p>Research only counts your answers if you say yes to it, study by study. <a href="/research">See the studies, and take a yes back</a></p></section>`

const taking = (): Html =>
  html`<section class="block" aria-labelledby="take"><h2 id="take">Take it with you</h2>${takeAlong()}</section>`

const trainingRoom = (): Html =>
  html`<section class="block" aria-labelledby="room"><h2 id="room">Training room</h2><p>You may run courses here. <a href="/trainer">Open the training room</a></p></section>`

function leaving({ browsers: open }: MyAccount): Html {
  return html`<section class="block" aria-labelledby="out"><h2 id="out">Sign out</h2><p>Your answers stay safe in your notebook. This browser forgets them, and a code to link a chat works no more.${open.length > 1 && ' Signing out everywhere also ends your calendar’s address.'}</p>
<form method="post" action="/api/sign-out"><p class="start"><button class="btn" type="submit">Sign out here</button>${open.length > 1 && html` <button class="btn" type="submit" name="everywhere" value="yes">Sign out everywhere</button>`}</p></form></section>`
}

function deleting(sent: Sent): Html {
  return html`<section class="block" aria-labelledby="delete"><h2 id="delete">Delete everything</h2>
<p>This deletes every answer, every earlier version and every sign-in, at once. It can’t be undone. You may want to <a href="#take">take it with you</a> first.</p>
<form method="post" action="/api/erase"><div>${textField(sent, 'sure', 'Type the words: delete everything', { autocomplete: 'off' })}</div>
<p class="start"><button class="btn" type="submit">Delete everything</button></p></form></section>`
}
