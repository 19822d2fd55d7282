import { flag, type Html, html } from '../html.ts'
import { CLEARED } from './cleared.ts'

/** What of the conversation is kept, and the button that clears it. `keeps`: what is said now is kept. */
export const keptNotice = (keeps: boolean, { shared, cleared = false }: { shared: boolean; cleared?: boolean }): Html =>
  html`<div class="chips" id="kept"><p class="small">${keptWords(keeps, shared)}</p>
<form method="post" action="/api/chat/clear" data-clear${flag('hidden', !keeps)}><button class="btn" type="submit">Clear this conversation</button></form>
<p class="status" role="status" data-cleared>${cleared && CLEARED}</p></div>`

function keptWords(keeps: boolean, shared: boolean): string {
  if (shared)
    return 'You said that others use this computer. So this conversation is not kept, and none from before is shown.'
  const kept =
    'the last 30 messages and replies are kept here for 30 days, locked with your key. What may be about somebody being hurt is never kept. Personal answers stand in your notebook alone.'
  return keeps
    ? `So that you can read on later, ${kept}`
    : `Nothing of this conversation is kept while you have no notebook. Once you have one, ${kept}`
}
