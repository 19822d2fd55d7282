/**
 * Talks to the companion without leaving the page. What was written stays in the box until a reply has come; without
 * this script the forms post, and the reply is a page.
 */
export {}

const turns = document.querySelector<HTMLElement>('[data-turns]')
const box = document.querySelector<HTMLTextAreaElement>('#say')
const spokenOf = document.querySelector<HTMLInputElement>('[data-context]')
const status = document.querySelector<HTMLElement>('[data-status]')
const how = document.querySelector<HTMLElement>('[data-how]')

interface Reply {
  html: string
  failed: boolean
  /** What is spoken of; null when nothing is. */
  context: object | null
}

/** The message that is on its way. Sent again after a failure, it keeps its name, so that it has one effect. */
let sending: { text: string; operation: string | undefined } | null = null
let busy = false

/** Browsers make ids only on https and on this machine itself; elsewhere the server names the message. */
const newName = (): string | undefined => globalThis.crypto.randomUUID?.()

const say = (words: string) => {
  if (status) status.textContent = words
}

async function send(text: string, context: string): Promise<Reply> {
  if (sending?.text !== text) sending = { text, operation: newName() }
  const response = await fetch('/api/chat', {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify({ ...sending, context }),
  })
  const reply = (await response.json()) as Reply & { message?: string }
  if (!response.ok) throw new Error(reply.message)
  sending = null
  return reply
}

function show(html: string): void {
  if (!turns) return
  turns.insertAdjacentHTML('beforeend', html)
  turns.querySelector(':scope > .turn-row.you:nth-last-of-type(2)')?.scrollIntoView({ block: 'start' })
}

async function submit(text: string, context: string, typed: boolean): Promise<void> {
  if (busy) return say('The companion is still looking. You can send this when it has answered.')
  busy = true
  say('The companion is looking.')
  try {
    const { html, failed, context: next } = await send(text, context)
    show(html)
    if (spokenOf) spokenOf.value = next ? JSON.stringify(next) : ''
    // What has been typed meanwhile stays.
    if (typed && box && !failed && box.value === text) box.value = ''
    say('')
  } catch (error) {
    const why = error instanceof Error && !(error instanceof TypeError) ? error.message : ''
    say(`Not sent yet. ${why || 'The connection may be down.'} ${typed ? 'Your words are still in the box.' : ''}`)
  } finally {
    busy = false
  }
}

document.addEventListener('submit', (event) => {
  const form = event.target
  if (!(form instanceof HTMLFormElement) || !form.matches('[data-say]')) return
  event.preventDefault()
  const sent = new FormData(form, event.submitter)
  const text = sent.get('text')
  if (typeof text === 'string' && text.trim()) void submit(text, String(sent.get('context') ?? ''), form.contains(box))
})

// A keyboard on the screen has no other way to begin a new line.
if (matchMedia('(pointer: fine)').matches) {
  if (how) how.hidden = false
  box?.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return
    event.preventDefault()
    box.form?.requestSubmit()
  })
}
