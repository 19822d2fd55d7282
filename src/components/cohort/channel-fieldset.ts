import { choice } from '../form/field.ts'
import type { Sent } from '../form/sent.ts'
import { type Html, html } from '../html.ts'

/** Whether a channel sees a new course's pictures. */
export const channelFieldset = (sent: Sent): Html =>
  html`<fieldset class="block" id="channelSees"><legend>If the course has a Slack channel</legend>
<div class="opts">${choice(sent, 'checkbox', 'channelSees', 'yes', 'Show its pictures in the channel too, to everybody who is in it')}</div>
<p class="small soft">Whoever joins is told before they choose to be counted, so this can’t be changed later. Questions can be posted in a channel either way.</p></fieldset>`
