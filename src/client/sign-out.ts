import { forgetAll } from './forget-all.ts'

/**
 * Signs out, and clears what the browser keeps. The server asks browsers to do that by a header, which they follow only
 * over https. What it refuses is shown as a page, as without this script.
 */
for (const form of document.querySelectorAll<HTMLFormElement>('form[action="/api/sign-out"]'))
  form.addEventListener('submit', async (event) => {
    event.preventDefault()
    const sent = new URLSearchParams(new FormData(form, event.submitter) as unknown as Record<string, string>)
    const reply = await fetch(form.action, {
      method: 'POST',
      headers: { accept: 'application/json' },
      body: sent,
    }).catch(() => null)
    if (!reply?.ok) return form.submit()
    await forgetAll().catch(() => {})
    location.replace('/')
  })
