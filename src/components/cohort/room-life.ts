import type { Invitation } from '#core/cohorts/invite-trainer.ts'
import type { SetUp } from '#core/cohorts/set-up.ts'
import { choice, problemList, textField, wrongWords } from '../form/field.ts'
import { NOTHING_SENT, type Sent, sentFrom } from '../form/sent.ts'
import { type Html, html } from '../html.ts'
import { tickWords } from './tick-words.ts'

/** What a trainer can do with a course once it is there. Nothing of it shows who is in it. */
export function roomLife(setUp: SetUp, siteUrl: string, sent: Sent = NOTHING_SENT, invitation?: Invitation): Html {
  const goesOn = setUp.archived === null
  return html`<section class="block" aria-labelledby="life-h"><h2 id="life-h">Running this course</h2>
<p>${trainerWords(setUp.trainers)}</p>${invitation && invited(invitation, siteUrl)}
${goesOn && html`${joining(setUp, sentFrom('door', sent))}${renaming(setUp, sentFrom('name', sent))}`}${goesOn && inviting(setUp.id)}${handingOver(setUp.id, sentFrom('leave-staff', sent))}${goesOn && ending(setUp.id, sentFrom('archive', sent))}${copying(setUp.id)}</section>`
}

/** Said at the top of a room that was archived. */
export const endedRoom = ({ archived }: SetUp): Html | null =>
  archived &&
  html`<section class="block" aria-labelledby="ended-h"><h2 id="ended-h">This course has ended</h2><p>It ended on ${tickWords(archived.at)}. Nothing more is counted, and nobody can join. You can read its pictures until <b>${tickWords(archived.readableUntil)}</b>; then this room closes. Learners keep their notebooks.</p></section>`

const trainerWords = (names: string[]): Html =>
  html`Learners see that ${new Intl.ListFormat('en-GB').format(names)} ${names.length === 1 ? 'runs' : 'run'} this course.`

const fold = (summary: string, sent: Sent, inside: Html): Html =>
  html`<details class="fold"${sent.message !== undefined && html` open`}><summary>${summary}</summary>${inside}</details>`

const form = (cohort: string, path: string, name: string, sent: Sent, inside: Html): Html =>
  html`<form method="post" action="/api/cohorts/${cohort}/${path}"><input type="hidden" name="form" value="${name}">${problemList(sent)}${inside}</form>`

const button = (words: string): Html => html`<p class="start"><button class="btn" type="submit">${words}</button></p>`

const joining = ({ id, open }: SetUp, sent: Sent): Html =>
  fold(
    open ? 'Shut the door, or change the code' : 'Open the door, or change the code',
    sent,
    html`<p>${open ? 'Everybody who has the code can join.' : 'The door is shut: nobody new can join, whoever has the code.'} People who have joined stay in the course either way. You can’t see who they are, and you can’t take anybody out.</p>
${form(id, 'door', 'door', sent, html`<input type="hidden" name="open" value="${open ? 'no' : 'yes'}">${button(open ? 'Shut the door' : 'Open the door')}`)}
<p>With a new code, the old one stops working.</p>${form(id, 'code', 'code', NOTHING_SENT, button('Make a new code'))}`,
  )

const renaming = ({ id, name }: SetUp, sent: Sent): Html =>
  fold(
    'Change the name',
    sent,
    form(
      id,
      'name',
      'name',
      sent,
      html`<div>${textField(sent, 'name', 'New name of the course', { value: name, hint: 'Learners see it. Nothing else changes.' })}</div>${button('Change the name')}`,
    ),
  )

const inviting = (id: string): Html =>
  fold(
    'Run it together with another trainer',
    NOTHING_SENT,
    html`<p>An invitation works once, for seven days, for somebody who may run courses here. They choose the name that learners see. Trainers of a course, and of every course that shares a trainer with it, are not counted in it. A new invitation puts the one before out.</p>
${form(id, 'invitation', 'invitation', NOTHING_SENT, button('Make an invitation'))}`,
  )

const invited = ({ path, expiresAt }: Invitation, siteUrl: string): Html =>
  html`<div class="join" role="status"><div><p>Send this address to the trainer you want to invite. It is shown only now, and works once, until ${tickWords(expiresAt)}.</p><p class="address">${siteUrl}${path}</p></div></div>`

const copying = (id: string): Html =>
  html`<p><a href="/trainer/cohorts/${id}/copy">Copy this course for another group</a></p>`

const handingOver = (id: string, sent: Sent): Html =>
  fold(
    'Stop running this course',
    sent,
    html`<p>You can leave it to its other trainers. This room then closes for you. You are still not counted in this course, because you have run it.</p>
${form(id, 'leave-staff', 'leave-staff', sent, button('Leave it to the others'))}`,
  )

const ending = (id: string, sent: Sent): Html =>
  fold(
    'End this course',
    sent,
    html`<p>Ending it makes no picture: answers that still wait stay unseen, and times still to come are dropped. Nobody can join any more. You can read what was released for 90 days. Learners see that it has ended and what of theirs stayed unseen. It can’t be taken back.</p>
${form(id, 'archive', 'archive', sent, html`<div class="opts" id="sure">${wrongWords(sent, 'sure')}${choice(sent, 'checkbox', 'sure', 'yes', 'I want to end this course for good')}</div>${button('End this course')}`)}`,
  )
