import { forgetAll } from './forget-all.ts'

/** What leaves this browser without a trace, and the page that comes then. */
const LEAVES: Record<string, string> = { '/api/sign-out': '/', '/api/shared-computer': '/account?now=shared' }

/**
 * Signs out, or says that others use this computer too, and clears what the browser keeps. The server asks browsers to do
 * that by a header, which they follow only over https. What it refuses is shown as a page, as without this script.
 */
for (const form of document.forms)
  form.addEventListener('submit', async (event) => {
    const next = LEAVES[new URL(form.action).pathname]
    const sent = new URLSearchParams(new FormData(form, event.submitter) as unknown as Record<string, string>)
    // Another browser, or a computer of one's own again: nothing is to be cleared here.
    if (next === undefined || sent.has('browser') || sent.get('shared') === 'no') return
    event.preventDefault()
    const reply = await fetch(form.action, {
      method: 'POST',
      headers: { accept: 'application/json' },
      body: sent,
    }).catch(() => null)
    if (!reply?.ok) return sendAsItIs(form, event.submitter)
    await forgetAll().catch(() => {})
    location.replace(next)
  })

/** As without this script. The button that was pressed says what is meant, and `submit` alone would leave it out. */
function sendAsItIs(form: HTMLFormElement, pressed: HTMLElement | null): void {
  if (pressed instanceof HTMLButtonElement && pressed.name) {
    const meant = Object.assign(document.createElement('input'), {
      type: 'hidden',
      name: pressed.name,
      value: pressed.value,
    })
    form.append(meant)
  }
  form.submit()
}
