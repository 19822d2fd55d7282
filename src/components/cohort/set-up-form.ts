import { choice, problemList, textField, wrongWords } from '../form/field.ts'
import { NOTHING_SENT, type Sent } from '../form/sent.ts'
import { type Html, html } from '../html.ts'
import { channelFieldset } from './channel-fieldset.ts'
import { whenFieldset } from './when-fieldset.ts'

/** A chapter that can be chosen. */
export interface ChapterChoice {
  id: string
  number: number
  title: string
  minutes: number
}

/** Makes a training room, on one page. */
export function setUpForm(chapters: ChapterChoice[], sent: Sent = NOTHING_SENT): Html {
  const values = { k: ['5'], when: ['named'], ...sent.values }
  const now = { ...sent, values }
  return html`<form class="form" method="post" action="/api/cohorts" id="set-up">${problemList(now)}
<fieldset class="block"><legend>The course</legend>
<div>${textField(now, 'name', 'Name of the course')}</div>
<div>${textField(now, 'trainer', 'Your name', { hint: 'Learners see it, so that they know whose course this is.' })}</div>
<div>${textField(now, 'people', 'How many people do you expect?', { type: 'number', hint: 'You can leave this blank. It only tells you what could never open.' })}</div></fieldset>
<fieldset class="block" id="chapters"><legend>Chapters</legend>${wrongWords(now, 'chapters')}
<div class="opts">${chapters.map((c) => html`<div data-ch="${c.number}">${choice(now, 'checkbox', 'chapters', c.id, html`${c.number}. ${c.title}<span>${c.minutes} minutes</span>`)}</div>`)}</div>
<p class="small soft">Private questions are never counted, whatever you choose.</p></fieldset>
${whenFieldset(now, html`<p>Answers are gathered at fixed times and then frozen. Everybody can see these times. You can add more later, at least 24 hours ahead; you can’t take one away.</p>`)}
<fieldset class="block"><legend>How many people before anything shows</legend>
<div>${textField(now, 'k', 'At least', { type: 'number' })}</div>
<p class="small soft">5 is the fewest. Personal questions always need 8. Your own answers don’t count, and neither do those of people who haven’t shown who they are.</p></fieldset>
${channelFieldset(now)}
<p class="start"><button class="btn main" type="submit">Open the room</button></p></form>`
}
