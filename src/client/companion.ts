/**
 * Talks to the companion without leaving the page. What is sent stands below the replies until its own has come, and the
 * box is free for the next; without this script the forms post, and the reply is a page.
 */

import { CLEARED } from '../components/companion/cleared.ts'
import { bringKept, moveFocus } from './companion-panel.ts'
import { offerCopies } from './copy-text.ts'
import { placeOnPage, placeWithin } from './keep-place.ts'
import { sendInTurn } from './send-in-turn.ts'
import { made, showTurns } from './show-turns.ts'

const find = <E extends HTMLElement>(what: string) => document.querySelector<E>(what)
const turns = find('[data-turns]')
const box = find<HTMLTextAreaElement>('#say')
const spokenOf = find<HTMLInputElement>('[data-context]')
const status = find('[data-status]')
const how = find('[data-how]')
const chapter = find<HTMLInputElement>('[data-say] [name=chapter]')?.value
const panel = find<HTMLDetailsElement>('[data-panel]')
const conversation = find('[data-panel] .turns')
const place = conversation ? placeWithin(conversation) : placeOnPage(box?.form ?? null)
const shown = turns && showTurns(turns, place)

const again = made('button', 'btn', 'Send again')
const stop = made('button', 'btn', 'Stop looking')
for (const button of [stop, again]) {
  button.type = 'button'
  button.hidden = true
  status?.after(button)
}

/** What stands there already isn't said again. */
const say = (words: string) => {
  if (status && status.textContent !== words) status.textContent = words
}
const goesOnFrom = (about: object | null | undefined) => {
  if (spokenOf) spokenOf.value = about ? JSON.stringify(about) : ''
}
/** A button that goes away takes nobody's focus with it. */
const noStop = () => {
  if (stop === document.activeElement) box?.focus()
  stop.hidden = true
}

/** Whether something came of the reply on this try. */
let begun = false
const queue = sendInTurn({
  context: () => spokenOf?.value ?? '',
  looking(count) {
    again.hidden = true
    say(`The companion is looking.${count > 1 ? ` ${count - 1} more ${count > 2 ? 'wait' : 'waits'} after this.` : ''}`)
  },
  came(message, part, first) {
    begun = true
    shown?.came(message, part, first)
    if (turns) offerCopies(turns)
    goesOnFrom(part.card.about)
    stop.hidden = false
  },
  replied(message, reply) {
    const { failed, context, keeps } = reply
    shown?.replied(message, reply, begun)
    begun = false
    if (turns) offerCopies(turns)
    goesOnFrom(context)
    // What couldn't be taken can be put right, unless something else is being typed by now.
    if (failed && message.typed && box?.value === '') box.value = message.text
    const clear = find('[data-clear]')
    if (clear && keeps) clear.hidden = false
    noStop()
    say('')
  },
  left(message) {
    begun = false
    shown?.left(message)
    noStop()
    say('Stopped. What came stays above.')
  },
  stopped(message, why) {
    begun = false
    noStop()
    const because = why || 'The connection may be down.'
    say(
      shown?.hasBegun(message)
        ? `The rest did not come. ${because} What came stays above.`
        : `Not sent yet. ${because} Your words are above.`,
    )
    again.hidden = false
  },
})

function submit(text: string, context: string | null, typed: boolean): void {
  const message = { text, operation: globalThis.crypto.randomUUID?.(), context, chapter, typed }
  shown?.stand(message)
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
stop.addEventListener('click', queue.leave)

// A keyboard on the screen has no other way to begin a new line. Who has no pointer at all has a real one.
if (!matchMedia('(pointer: coarse)').matches) {
  if (how) how.hidden = false
  box?.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return
    event.preventDefault()
    box.form?.requestSubmit()
  })
}

if (turns) offerCopies(turns)
if (panel) {
  moveFocus(panel, box)
  // Before anything is said here, which would be among it.
  queue.afterwards(async () => {
    await bringKept(panel)
    place.toEnd()
  })
}
