import type { LinkCode } from '#core/learners/make-link-code.ts'
import type { MyAccount } from '#core/learners/my-account.ts'
import { choice, wrongWords } from '../form/field.ts'
import { NOTHING_SENT, type Sent } from '../form/sent.ts'
import { type Html, html } from '../html.ts'
import { timeWords } from '../question/saved-words.ts'
import type { Times } from '../question/state.ts'

export const PLATFORMS = { slack: 'Slack', teams: 'Teams' }
type Account = MyAccount['accounts'][number]

const list = new Intl.ListFormat('en-GB', { type: 'disjunction' })

/** The chats from which this notebook is written to, each with its way out, and a code to add one. Nothing where no chat is set up. */
export function linkedAccounts(
  { accounts, linkable, addresses, browsers }: MyAccount,
  sent: Sent,
  times: Times,
  code?: LinkCode,
): Html | null {
  if (accounts.length + linkable.length === 0) return null
  const chats = list.format(
    (linkable.length ? linkable : accounts.map(({ kind }) => kind)).map((kind) => PLATFORMS[kind]),
  )
  return html`<section class="block" aria-labelledby="linked"><h2 id="linked">In ${chats}</h2>
${
  accounts.length > 0 &&
  html`<ul>${accounts.map((account) => html`<li>${one(account, sent, times)}</li>`)}</ul>
<p class="small soft">After unlinking, your answers stay here. What is written in that account next starts a new notebook. In a course, the two still count as one person: we remember the account beside this notebook for that.</p>`
}
${linkable.length > 0 && (code ? codeWords(code, chats) : makeOne(chats, addresses, accounts.length > 0))}
${browsers.length > 0 && accounts.length > 0 && html`<p class="small soft">Whoever gets into a linked account can open this notebook.</p>`}</section>`
}

function one(account: Account, sent: Sent, times: Times): Html {
  const { name, kind, since, began } = account
  const tried = sent.values.account?.[0] === name ? sent : NOTHING_SENT
  return html`${PLATFORMS[kind]}: ${began ? 'this notebook began there,' : 'linked'} ${timeWords(since, times)}.
<form method="post" action="/api/unlink"><input type="hidden" name="account" value="${name}">${
    tried.problems.anyway &&
    html`<div id="anyway">${wrongWords(tried, 'anyway')}<div class="opts">${choice(tried, 'checkbox', 'anyway', 'yes', 'Unlink it all the same')}</div></div>`
  }<button class="textbtn" type="submit">Unlink ${PLATFORMS[kind]}</button></form>`
}

const makeOne = (chats: string, addresses: string[], another: boolean): Html =>
  html`<p>${another ? `Another account of yours in ${chats} can write to this notebook too` : `You can answer and ask in ${chats}, and have it all in this notebook`}. You get a code, and type it to the companion there. If you have written to it before, that comes along.</p>
${addresses.length > 0 && html`<p>This notebook is kept under <b>${list.format(addresses)}</b>. Isn’t that you? Then <a href="#out">sign out</a> first.</p>`}
<form method="post" action="/api/link/code#linked"><p class="start"><button class="btn" type="submit">Use this notebook in ${chats}</button></p></form>`

const codeWords = ({ code, minutes }: LinkCode, chats: string): Html =>
  html`<div role="status"><p>In ${chats}, write this to the companion:</p><p><b>link ${code}</b></p>
<p>The code works once, for ${minutes} minutes. Type it yourself and give it to nobody: whoever types it gets into this notebook.</p></div>`
