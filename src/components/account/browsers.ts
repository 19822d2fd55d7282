import type { Browser } from '#core/learners/browsers.ts'
import { type Html, html } from '../html.ts'
import { timeWords } from '../question/saved-words.ts'
import type { Times } from '../question/state.ts'

/** Where my notebook is open, with a way to close it in each other place; and whether others use this computer too. */
export function browsers(all: Browser[], canComeBack: boolean, times: Times): Html {
  const here = all.find((browser) => browser.here)
  const others = all.filter((browser) => !browser.here)
  return html`<section class="block" aria-labelledby="browsers"><h2 id="browsers">Where it is open</h2>
<ul>${here && html`<li>This browser, since ${timeWords(here.since, times)}.</li>`}${others.map(
    (browser) =>
      html`<li>${browser.shared ? 'A browser on a shared computer' : 'Another browser'}, since ${timeWords(browser.since, times)}. ${signOutThere(browser)}</li>`,
  )}</ul>
<p class="small soft">We don’t keep what kind of browser it is, or where. One that you don’t know? Sign out there.</p>
${sharedComputer(here?.shared ?? false, canComeBack)}</section>`
}

const signOutThere = ({ name }: Browser): Html =>
  html`<form method="post" action="/api/sign-out"><button class="textbtn" type="submit" name="browser" value="${name}">Sign out there</button></form>`

/** The switch for a library's or a family's computer. */
export const sharedComputer = (shared: boolean, canComeBack: boolean): Html =>
  shared
    ? html`<form method="post" action="/api/shared-computer"><p><b>This is a shared computer.</b> This browser keeps no drafts, and forgets you when it is closed, or after 12 hours. ${
        canComeBack
          ? 'What you save stays in your notebook.'
          : html`What you save is lost then, unless you <a href="/sign-in">keep it safe</a> first.`
      }</p><p class="start"><button class="btn" type="submit" name="shared" value="no">Only I use this computer</button></p></form>`
    : html`<form method="post" action="/api/shared-computer"><p>Do others use this computer too, at home or in a library? Then let this browser keep nothing, and forget you when it is closed.</p><p class="start"><button class="btn" type="submit" name="shared" value="yes">This is a shared computer</button></p></form>`
