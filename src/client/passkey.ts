/**
 * Makes a passkey for this notebook, or opens a notebook with one. The buttons stay hidden where a browser can't: it needs
 * script and WebAuthn's JSON (2025), and an e-mail code does the same without either.
 */
import { problemOf } from './passkey-problem.ts'

for (const button of document.querySelectorAll<HTMLButtonElement>('[data-passkey]')) {
  const place = button.closest('div')
  const says = place?.querySelector('[role="status"]')
  if (!('PublicKeyCredential' in window && 'parseCreationOptionsFromJSON' in PublicKeyCredential)) continue
  place?.removeAttribute('hidden')
  button.addEventListener('click', async () => {
    button.disabled = true
    try {
      location.href = await (button.dataset.passkey === 'make' ? make() : open())
    } catch (error) {
      if (says) says.textContent = problemOf(error)
      button.disabled = false
    }
  })
}

async function make(): Promise<string> {
  const options = await post('/api/passkey/options', { make: true })
  const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(options as PublicKeyCredentialCreationOptionsJSON)
  await post('/api/passkey', { passkey: await navigator.credentials.create({ publicKey }) })
  return '/account?now=passkey'
}

async function open(): Promise<string> {
  const options = await post('/api/passkey/options', { make: false })
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(options as PublicKeyCredentialRequestOptionsJSON)
  const passkey = await navigator.credentials.get({ publicKey })
  const { withAnswers } = (await post('/api/passkey/open', { passkey })) as { withAnswers: boolean }
  return withAnswers ? '/account?now=joined' : '/notebook'
}

async function post(path: string, body: object): Promise<object> {
  const response = await fetch(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify(body),
  }).catch(() => null)
  const reply = await response?.json().catch(() => null)
  if (!reply) throw new Error('Standpoint can’t be reached just now. Please try again in a moment.')
  if (!response?.ok) throw new Error(reply.message)
  return reply
}
