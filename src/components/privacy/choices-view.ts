import type { MyChoices } from '#core/consents/my-choices.ts'
import { problemList } from '../form/field.ts'
import type { Sent } from '../form/sent.ts'
import { type Html, html } from '../html.ts'
import type { Times } from '../question/state.ts'
import { myText } from '../share/my-text-words.ts'
import { ledger } from './ledger-view.ts'
import { state, switchForm } from './switch-form.ts'

/** Where a form of another page's comes back to. */
const HERE = '/privacy-settings'

/** Every switch over what others, programs included, may see of mine; what I said to each; and how to take along or delete. */
export function choicesView(choices: MyChoices, isVisitor: boolean, times: Times, sent: Sent): Html {
  return html`<div class="form"><header><h1>What others may see of mine</h1>
<p>Here is each thing that you can allow, as it stands now. You can change your mind at any time, and it holds from then on. <a href="/who-sees-what">Who sees what</a> says what each means.</p>${isVisitor && html`<p>There is no notebook in this browser yet, so nobody can see anything of yours.</p>`}</header>${problemList(sent)}
${courses(choices)}${texts(choices)}${quoting(choices)}${model(choices)}${studies(choices)}${ledger(choices.agreed, times)}${takingAndDeleting()}</div>`
}

const block = (id: string, title: string, words: Html): Html =>
  html`<section class="block" aria-labelledby="${id}"><h2 id="${id}">${title}</h2>${words}</section>`

const courses = ({ courses: joined }: MyChoices): Html =>
  block(
    'counted',
    'My trainer: counted in a course',
    joined.length === 0
      ? html`<p>You are in no course, so no trainer sees anything of yours. <a href="/join">Join a course</a></p>`
      : html`<p>If you are counted, the trainer sees pictures of the whole group, never you by yourself. What was counted already stays as it is.</p>
<ul role="list" class="switches">${joined.map(({ id, name, counted, channelSees }) => html`<li>${switchForm({ action: `/api/cohorts/${id}/counted`, name: 'counted', on: counted, about: name, words: html`<a href="/cohort/${id}">${name}</a>: ${state(counted, 'you are counted', 'you are not counted')}${channelSees && ' Everybody in its Slack channel sees these pictures too.'}`, turnOn: 'Count my answers', turnOff: 'Stop counting my answers', hidden: { next: `${HERE}#counted` } })}</li>`)}</ul>`,
  )

const texts = ({ texts: approved }: MyChoices): Html =>
  block(
    'texts',
    'My group: words of mine that may be shown',
    approved.length === 0
      ? html`<p>You have approved no words of yours, so nobody else reads any. <a href="/share">Show some of my words</a></p>`
      : html`<p>Only exactly these words, and not with your name.</p>${approved.map((text) => myText(text, `${HERE}#texts`))}`,
  )

const quoting = ({ quoting: { yes, words } }: MyChoices): Html =>
  block(
    'quoting',
    'The companion: quoting my answers to me',
    html`<p>Ask it “what did I say about …?” and it quotes your everyday answers to you, in private. Personal answers it quotes only if you say so. Where you write to it in Slack or Teams, whoever runs that may be able to read what it says.</p>
${switchForm({ action: '/api/choices', name: 'yes', on: yes, about: 'quoting personal answers', words: html`“${words}” ${state(yes, 'You said yes', 'You have not said yes')}`, turnOn: 'Yes, it may', turnOff: 'No, it may not', hidden: { what: 'quoting' } })}`,
  )

const model = ({ model: offered }: MyChoices): Html =>
  block(
    'model',
    'A model: reading what I ask',
    offered === null
      ? html`<p>No model is set up here. What you ask the companion goes to no other computer.</p>`
      : switchForm({
          action: '/api/choices',
          name: 'yes',
          on: offered.yes,
          about: 'a model',
          words: html`“${offered.words}” ${state(offered.yes, 'You said yes', 'You have not said yes')}`,
          turnOn: 'Yes, it may',
          turnOff: 'No, it may not',
          hidden: { what: 'model' },
        }),
  )

const SAID = {
  none: 'you have not said yes',
  yes: 'you said yes',
  changed: 'you said yes to an earlier text, which counts no more',
  'taken-back': 'you took your yes back',
}

const studies = ({ studies: all }: MyChoices): Html =>
  block(
    'studies',
    'Researchers: studies',
    all.length === 0
      ? html`<p>No study is open, and you have said yes to none.</p>`
      : html`<p>A study counts your answers only if you say yes to it. <a href="/research">Read what each would count</a></p>
<ul role="list" class="switches">${all.map(({ id, title, mine }) => html`<li><p>${title}: <b>${SAID[mine]}</b>.</p>${(mine === 'yes' || mine === 'changed') && html`<form method="post" action="/api/studies/take-back"><input type="hidden" name="study" value="${id}"><input type="hidden" name="next" value="${HERE}#studies"><button class="btn" type="submit" aria-label="Take my yes back: ${title}">Take my yes back</button></form>`}</li>`)}</ul>`,
  )

const takingAndDeleting = (): Html =>
  block(
    'mine',
    'All of it: take it along, or delete it',
    html`<ul><li><a href="/account#take">Download everything</a> that is kept of you, in one file.</li>
<li>Delete one answer: in <a href="/notebook">your notebook</a>, go to the question and take your answer back. Then “All versions” in your notebook has a button that deletes it for good.</li>
<li>If a chat such as Slack writes to this notebook, <a href="/account">your account page</a> can unlink it.</li>
<li><a href="/account#delete">Delete everything</a>, at once, with a receipt that says when the last backup of your key is gone.</li></ul>`,
  )
