import { type Html, html } from '../html.ts'

/** What the link in an e-mail opens, the same for everybody: a button, and what it did. */
export function stopView(key: string | null, stopped: boolean): Html {
  if (stopped)
    return html`<div class="form"><header><h1>Stopped</h1></header><p role="status">No more questions come to you by e-mail. What you have written stays where it is.</p>
<p>To have them again one day, open <a href="/prompts">your prompt settings</a>.</p></div>`
  if (key === null)
    return html`<div class="form"><header><h1>Stop e-mails</h1></header><p>To stop questions that come to you by e-mail, open the link at the end of one of them. If you are signed in, you can also stop them in <a href="/prompts">your prompt settings</a>.</p></div>`
  return html`<form class="form" method="post" action="/prompts/stop/${encodeURIComponent(key)}"><header><h1>Stop these e-mails?</h1></header>
<p>Then no more questions from the companion come to you by e-mail. You needn’t sign in, and nothing that you have written is lost.</p>
<p class="start"><button class="btn main" type="submit">Stop these e-mails</button></p></form>`
}
