import { type Html, html } from '../html.ts'

/** A button that only a script can work; it stays hidden where there is none. */
const button = (what: 'make' | 'open', label: string): Html =>
  html`<div hidden><p class="start"><button class="btn" type="button" data-passkey="${what}">${label}</button></p><p role="status"></p></div>`

/** Making a passkey for this notebook, and forgetting those there are. */
export const passkeys = (count: number): Html =>
  html`<p>${
    count === 0
      ? 'A passkey opens it too: your phone, computer or key proves that it is you, with your finger, face or PIN. Nothing has to be typed, and no letter is sent.'
      : `${count === 1 ? 'A passkey opens' : `${count} passkeys open`} it too.`
  }</p>${button('make', count === 0 ? 'Make a passkey' : 'Make another passkey')}
${
  count > 0 &&
  html`<form method="post" action="/api/passkey/forget"><p>Lost a phone or a key? <button class="textbtn" type="submit">Forget ${count === 1 ? 'this passkey' : 'all passkeys'}</button></p></form>`
}`

/** Opening a notebook with a passkey, on the page that asks for an address. */
export const openWithPasskey = (): Html => button('open', 'Open it with a passkey')
