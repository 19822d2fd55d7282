/**
 * Talks to the companion without leaving the page. What is sent stands below the replies until its own has come, and the
 * box is free for the next; without this script the forms post, and the reply is a page.
 */

import { CLEARED } from '../components/companion/cleared.ts'
import { bringKept, moveFocus } from './companion-panel.ts'
import { type Message, sendInTurn } from './send-in-turn.ts'

const find = <E extends HTMLElement>(what: string) => document.querySelector<E>(what)
const turns = find('[data-turns]')
const box = find<HTMLTextAreaElement>('#say')
const spokenOf = find<HTMLInputElement>('[data-context]')
const status = find('[data-status]')
const how = find('[data-how]')
const chapter = find<HTMLInputElement>('[data-say] [name=chapter]')?.value

/** What was sent and has no reply yet; outside the log, which reads out what comes into it. */
const waiting = made('div', 'soft')
turns?.after(waiting)
const again = made('button', 'btn', 'Send again')
again.type = 'button'
again.hidden = true
status?.after(again)

/** Each message on its way, as it stands on the page meanwhile. */
const rows = new Map<Message, HTMLElement>()

function made<Tag extends 'div' | 'button'>(tag: Tag, className: string, words = ''): HTMLElementTagNameMap[Tag] {
  return Object.assign(document.createElement(tag), { className, textContent: words })
}

const say = (words: string) => {
  if (status) status.textContent = words
}

const queue = sendInTurn({
  context: () => spokenOf?.value ?? '',
  looking(count) {
    again.hidden = true
    say(`The companion is looking.${count > 1 ? ` ${count - 1} more ${count > 2 ? 'wait' : 'waits'} after this.` : ''}`)
  },
  replied(message, { html, failed, context, keeps }) {
    rows.get(message)?.remove()
    rows.delete(message)
    turns?.insertAdjacentHTML('beforeend', html)
    turns?.querySelector(':scope > .turn-row.you:nth-last-of-type(2)')?.scrollIntoView({ block: 'start' })
    if (spokenOf) spokenOf.value = context ? JSON.stringify(context) : ''
    // What couldn't be taken can be put right, unless something else is being typed by now.
    if (failed && message.typed && box?.value === '') box.value = message.text
    const clear = find('[data-clear]')
    if (clear && keeps) clear.hidden = false
    say('')
  },
  stopped(why) {
    say(`Not sent yet. ${why || 'The connection may be down.'} Your words are above.`)
    again.hidden = false
  },
})

/** What was sent, on the page at once. It joins the conversation with its reply. */
function stand(text: string): HTMLElement {
  const row = made('div', 'turn-row you')
  row.innerHTML = '<p class="by">You</p><div class="said"><p></p></div>'
  const words = row.querySelector('.said p')
  for (const [i, line] of text.split('\n').entries())
    words?.append(...(i > 0 ? [document.createElement('br')] : []), line)
  waiting.append(row)
  return row
}

function submit(text: string, context: string | null, typed: boolean): void {
  const message = { text, operation: globalThis.crypto.randomUUID?.(), context, chapter, typed }
  rows.set(message, stand(text.trim()))
  if (typed && box) box.value = ''
  queue.send(message)
}

async function clear(address: string): Promise<void> {
  const headers = { 'content-type': 'application/json', accept: 'application/json' }
  const done = await fetch(address, { method: 'POST', headers, body: '{}' }).then(
    ({ ok }) => ok,
    () => false,
  )
  if (done) {
    find('[data-earlier]')?.replaceChildren()
    turns?.replaceChildren()
    if (spokenOf) spokenOf.value = ''
  }
  const cleared = find('[data-cleared]')
  if (cleared) cleared.textContent = done ? CLEARED : 'Not cleared yet. The connection may be down. Please try again.'
}

document.addEventListener('submit', (event) => {
  const form = event.target
  if (!(form instanceof HTMLFormElement)) return
  if (form.matches('[data-clear]')) {
    event.preventDefault()
    queue.afterwards(() => clear(form.action))
  }
  if (!form.matches('[data-say]')) return
  event.preventDefault()
  const sent = new FormData(form, event.submitter)
  const text = sent.get('text')
  const typed = form.contains(box)
  if (typeof text === 'string' && text.trim()) submit(text, typed ? null : String(sent.get('context') ?? ''), typed)
})
again.addEventListener('click', queue.again)

// A keyboard on the screen has no other way to begin a new line.
if (matchMedia('(pointer: fine)').matches) {
  if (how) how.hidden = false
  box?.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return
    event.preventDefault()
    box.form?.requestSubmit()
  })
}

const panel = find<HTMLDetailsElement>('[data-panel]')
if (panel) {
  moveFocus(panel, box)
  // Before anything is said here, which would be among it.
  queue.afterwards(() => bringKept(panel))
}
